namespace VasaSim.Vmodl.Vim;

/// <summary>A property path and its value.</summary>
[DataObject(Since = "0.0")]
public sealed partial class DynamicProperty : DataObject
{
    public required string Name { get; init; }

    public required object Val { get; init; }
}
