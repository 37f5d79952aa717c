namespace VasaSim.Vmodl.Vim;

/// <summary>A change of one object.</summary>
[DataObject(Since = "1.0")]
public sealed partial class ObjectUpdate : DataObject
{
    public required ObjectUpdateKind Kind { get; init; }

    public required ManagedObjectReference Obj { get; init; }

    public IReadOnlyList<PropertyChange>? ChangeSet { get; init; }

    public IReadOnlyList<MissingProperty>? MissingSet { get; init; }
}
