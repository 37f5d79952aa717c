using VasaSim.Core.Model;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Inventory;

/// <summary>A virtual machine.</summary>
internal sealed class MachineObject(VirtualMachine machine, SitePlaces? places)
    : EntityObject(new ManagedObjectReference("VirtualMachine", machine.Id), machine.Name, places?.VmFolder.Reference)
{
    public VirtualMachine Machine { get; } = machine;

    protected override object? ReadOwn(string property, InventoryTree inventory) => property switch
    {
        "resourcePool" => null,
        "datastore" => inventory.HasDatastore(Machine.Datastore) ? [DatastoreObject.ReferenceTo(Machine.Datastore)] : Array.Empty<ManagedObjectReference>(),
        _ => throw Unknown(property),
    };
}
