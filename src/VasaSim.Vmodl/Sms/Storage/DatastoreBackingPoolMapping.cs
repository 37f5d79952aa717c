namespace VasaSim.Vmodl.Sms;

/// <summary>Datastores that share the same backing pools.</summary>
[DataObject(Since = "5.0")]
public sealed partial class DatastoreBackingPoolMapping : DataObject
{
    [RefersTo("Datastore")]
    public required IReadOnlyList<ManagedObjectReference> Datastore { get; init; }

    public IReadOnlyList<BackingStoragePool>? BackingStoragePool { get; init; }
}
