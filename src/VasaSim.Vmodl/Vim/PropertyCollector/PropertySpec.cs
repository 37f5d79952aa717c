namespace VasaSim.Vmodl.Vim;

/// <summary>Which properties to read of objects of one type.</summary>
[DataObject(Since = "1.0")]
public sealed partial class PropertySpec : DataObject
{
    public required string Type { get; init; }

    public bool? All { get; init; }

    public IReadOnlyList<string>? PathSet { get; init; }
}
