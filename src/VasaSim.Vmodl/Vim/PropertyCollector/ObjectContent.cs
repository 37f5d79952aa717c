namespace VasaSim.Vmodl.Vim;

/// <summary>Properties of one object.</summary>
[DataObject(Since = "1.0")]
public sealed partial class ObjectContent : DataObject
{
    public required ManagedObjectReference Obj { get; init; }

    public IReadOnlyList<DynamicProperty>? PropSet { get; init; }

    public IReadOnlyList<MissingProperty>? MissingSet { get; init; }
}
