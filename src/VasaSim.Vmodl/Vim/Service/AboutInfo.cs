namespace VasaSim.Vmodl.Vim;

/// <summary>Product, version and build of a server.</summary>
[DataObject(Since = "2.0")]
public sealed partial class AboutInfo : DataObject
{
    public required string Name { get; init; }

    public required string FullName { get; init; }

    public required string Vendor { get; init; }

    public required string Version { get; init; }

    [Property(Since = "7.0.2.0")]
    public string? PatchLevel { get; init; }

    public required string Build { get; init; }

    public string? LocaleVersion { get; init; }

    public string? LocaleBuild { get; init; }

    public required string OsType { get; init; }

    public required string ProductLineId { get; init; }

    public required string ApiType { get; init; }

    public required string ApiVersion { get; init; }

    [Property(Since = "4.0")]
    public string? InstanceUuid { get; init; }

    [Property(Since = "4.0")]
    public string? LicenseProductName { get; init; }

    [Property(Since = "4.0")]
    public string? LicenseProductVersion { get; init; }
}
