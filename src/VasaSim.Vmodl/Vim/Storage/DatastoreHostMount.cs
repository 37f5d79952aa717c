namespace VasaSim.Vmodl.Vim;

/// <summary>How a host mounts a datastore.</summary>
[DataObject(Since = "2.0")]
public sealed partial class DatastoreHostMount : DataObject
{
    [RefersTo("HostSystem")]
    public required ManagedObjectReference Key { get; init; }

    public required HostMountInfo MountInfo { get; init; }
}
