namespace VasaSim.Vmodl.Vim;

/// <summary>A datacenter with its four root folders.</summary>
[ManagedObject("Datacenter", Since = "2.0")]
public interface IDatacenter : IManagedEntity
{
    [Property(Privilege = Privileges.SystemView), RefersTo("Folder")]
    ManagedObjectReference VmFolder { get; }

    [Property(Privilege = Privileges.SystemView), RefersTo("Folder")]
    ManagedObjectReference HostFolder { get; }

    [Property(Since = "4.0", Privilege = Privileges.SystemView), RefersTo("Folder")]
    ManagedObjectReference DatastoreFolder { get; }

    [Property(Since = "4.0", Privilege = Privileges.SystemView), RefersTo("Folder")]
    ManagedObjectReference NetworkFolder { get; }

    [RefersTo("Datastore")]
    IReadOnlyList<ManagedObjectReference>? Datastore { get; }

    [RefersTo("Network")]
    IReadOnlyList<ManagedObjectReference>? Network { get; }
}
