using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Inventory;

/// <summary>The datacenter of a site.</summary>
internal sealed class DatacenterObject(SitePlaces places)
    : EntityObject(places.DatacenterReference, $"DC-{places.Site.Id}", VimReferences.RootFolder)
{
    public SitePlaces Places { get; } = places;

    public override IEnumerable<EntityObject> Children(InventoryTree inventory) => Places.Folders;

    protected override object? ReadOwn(string property, InventoryTree inventory) => property switch
    {
        "vmFolder" => Places.VmFolder.Reference,
        "hostFolder" => Places.HostFolder.Reference,
        "datastoreFolder" => Places.DatastoreFolder.Reference,
        "networkFolder" => Places.NetworkFolder.Reference,
        "datastore" => References(inventory.DatastoresOf(Places)),
        "network" => null,
        _ => throw Unknown(property),
    };
}
