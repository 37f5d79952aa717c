namespace VasaSim.Vmodl.Sms;

/// <summary>Two datastores between which a move is judged. Deprecated since 5.0.</summary>
[DataObject(Since = "3.0")]
public sealed partial class DatastorePair : DataObject
{
    [RefersTo("Datastore")]
    public required ManagedObjectReference Datastore1 { get; init; }

    [RefersTo("Datastore")]
    public required ManagedObjectReference Datastore2 { get; init; }
}
