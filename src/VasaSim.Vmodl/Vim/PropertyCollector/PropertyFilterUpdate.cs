namespace VasaSim.Vmodl.Vim;

/// <summary>Changes seen by one property filter.</summary>
[DataObject(Since = "1.0")]
public sealed partial class PropertyFilterUpdate : DataObject
{
    [RefersTo("PropertyFilter")]
    public required ManagedObjectReference Filter { get; init; }

    public IReadOnlyList<ObjectUpdate>? ObjectSet { get; init; }

    public IReadOnlyList<MissingObject>? MissingSet { get; init; }
}
