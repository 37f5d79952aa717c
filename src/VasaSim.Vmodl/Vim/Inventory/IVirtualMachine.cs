namespace VasaSim.Vmodl.Vim;

/// <summary>A virtual machine.</summary>
[ManagedObject("VirtualMachine", Since = "2.0")]
public interface IVirtualMachine : IManagedEntity
{
    [RefersTo("ResourcePool")]
    ManagedObjectReference? ResourcePool { get; }

    [Property(Privilege = Privileges.SystemView), RefersTo("Datastore")]
    IReadOnlyList<ManagedObjectReference>? Datastore { get; }
}
