namespace VasaSim.Vmodl.Vim;

/// <summary>A session of a user.</summary>
[DataObject(Since = "2.0")]
public sealed partial class UserSession : DataObject
{
    public required string Key { get; init; }

    public required string UserName { get; init; }

    public required string FullName { get; init; }

    public required DateTimeOffset LoginTime { get; init; }

    public required DateTimeOffset LastActiveTime { get; init; }

    public required string Locale { get; init; }

    public required string MessageLocale { get; init; }

    [Property(Since = "5.0")]
    public required bool ExtensionSession { get; init; }

    [Property(Since = "5.1")]
    public required string IpAddress { get; init; }

    [Property(Since = "5.1")]
    public required string UserAgent { get; init; }

    [Property(Since = "5.1")]
    public required long CallCount { get; init; }
}
