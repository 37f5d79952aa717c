namespace VasaSim.Vmodl.Vim;

/// <summary>A key and a value of any type.</summary>
[DataObject(Since = "1.0")]
public sealed partial class KeyAnyValue : DataObject
{
    public required string Key { get; init; }

    public required object Value { get; init; }
}
