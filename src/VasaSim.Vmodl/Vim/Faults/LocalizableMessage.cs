namespace VasaSim.Vmodl.Vim;

/// <summary>A message by key and arguments, to be shown in the client's language.</summary>
[DataObject(Since = "1.0")]
public sealed partial class LocalizableMessage : DataObject
{
    public required string Key { get; init; }

    public IReadOnlyList<KeyAnyValue>? Arg { get; init; }

    public string? Message { get; init; }
}
