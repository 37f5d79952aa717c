namespace VasaSim.Vmodl.Vim;

/// <summary>A host, or a cluster of hosts, with its root resource pool.</summary>
[ManagedObject("ComputeResource", Since = "2.0")]
public interface IComputeResource : IManagedEntity
{
    [Property(Privilege = Privileges.SystemView), RefersTo("ResourcePool")]
    ManagedObjectReference? ResourcePool { get; }

    [Property(Privilege = Privileges.SystemView), RefersTo("HostSystem")]
    IReadOnlyList<ManagedObjectReference>? Host { get; }

    [Property(Privilege = Privileges.SystemView), RefersTo("Datastore")]
    IReadOnlyList<ManagedObjectReference>? Datastore { get; }

    [Property(Privilege = Privileges.SystemView), RefersTo("Network")]
    IReadOnlyList<ManagedObjectReference>? Network { get; }
}
