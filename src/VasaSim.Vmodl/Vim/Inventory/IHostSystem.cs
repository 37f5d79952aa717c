namespace VasaSim.Vmodl.Vim;

/// <summary>An ESX host.</summary>
[ManagedObject("HostSystem", Since = "2.0")]
public interface IHostSystem : IManagedEntity
{
    [RefersTo("VirtualMachine")]
    IReadOnlyList<ManagedObjectReference>? Vm { get; }

    [Property(Privilege = Privileges.SystemView), RefersTo("Datastore")]
    IReadOnlyList<ManagedObjectReference>? Datastore { get; }
}
