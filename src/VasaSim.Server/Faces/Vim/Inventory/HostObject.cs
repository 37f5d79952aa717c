using VasaSim.Core.Model;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Inventory;

/// <summary>A host.</summary>
internal sealed class HostObject(Host host, SitePlaces? places)
    : EntityObject(ReferenceTo(host.Id), host.Name, places?.ClusterReference)
{
    public Host Host { get; } = host;

    public override IEnumerable<EntityObject> Contents(InventoryTree inventory) =>
        [.. inventory.MachinesOn(Host), .. inventory.DatastoresOn(Host)];

    public static ManagedObjectReference ReferenceTo(string id) => new("HostSystem", id);

    protected override object? ReadOwn(string property, InventoryTree inventory) => property switch
    {
        "vm" => References(inventory.MachinesOn(Host)),
        "datastore" => References(inventory.DatastoresOn(Host)),
        _ => throw Unknown(property),
    };
}
