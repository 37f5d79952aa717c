namespace VasaSim.Vmodl.Vim;

/// <summary>A change of one property.</summary>
[DataObject(Since = "1.0")]
public sealed partial class PropertyChange : DataObject
{
    public required string Name { get; init; }

    public required PropertyChangeOp Op { get; init; }

    public object? Val { get; init; }
}
