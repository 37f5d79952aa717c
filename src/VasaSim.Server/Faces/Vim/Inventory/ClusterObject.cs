namespace VasaSim.Server.Faces.Vim.Inventory;

/// <summary>The cluster that all hosts of a site are in.</summary>
internal sealed class ClusterObject(SitePlaces places)
    : EntityObject(places.ClusterReference, $"Cluster-{places.Site.Id}", places.HostFolder.Reference)
{
    public override IEnumerable<EntityObject> Children(InventoryTree inventory) => inventory.HostsOf(places);

    protected override object? ReadOwn(string property, InventoryTree inventory) => property switch
    {
        // Resource pools are not simulated, and a reference to nothing would only mislead.
        "resourcePool" => null,
        "host" => References(inventory.HostsOf(places)),
        "datastore" => References(inventory.HostsOf(places).SelectMany(h => inventory.DatastoresOn(h.Host)).DistinctBy(d => d.Reference)),
        "network" => null,
        _ => throw Unknown(property),
    };
}
