using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Recovery.Queries;

/// <summary>Finds pieces of sites' inventories by id.</summary>
public static class InventoryNames
{
    /// <summary>The piece that a mapping of a kind may lead from or to, with its site; null: there is none.</summary>
    public static (Site Site, InventoryObject Object)? Find(World world, MappingKind kind, string id)
    {
        ArgumentNullException.ThrowIfNull(world);
        foreach (Site site in world.Sites)
        {
            if (ListOf(site.Inventory, kind).FirstOrDefault(o => o.Id == id) is { } found)
            {
                return (site, found);
            }
        }

        return null;
    }

    /// <summary>The name of a piece of any kind; of one that there is not, its id.</summary>
    public static string Of(World world, string id)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.Sites.SelectMany(s => All(s.Inventory)).FirstOrDefault(o => o.Id == id)?.Name ?? id;
    }

    /// <summary>The pieces of a site that mappings of a kind are about.</summary>
    public static IReadOnlyList<InventoryObject> ListOf(SiteInventory inventory, MappingKind kind)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        return kind switch
        {
            MappingKind.Folder => inventory.Folders,
            MappingKind.ResourcePool => inventory.ResourcePools,
            MappingKind.StoragePolicy => inventory.StoragePolicies,
            MappingKind.Network or MappingKind.TestNetwork => inventory.Networks,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static IEnumerable<InventoryObject> All(SiteInventory inventory) =>
        [.. inventory.Folders, .. inventory.ResourcePools, .. inventory.Networks, .. inventory.StoragePolicies, .. inventory.Datacenters];
}
