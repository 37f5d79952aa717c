namespace VasaSim.Core.Model;

/// <summary>
/// What machines of a site's vCenter are in or use, as far as recovery has to know where their copies go. Ids are managed
/// object ids, and no two of all sites are the same.
/// </summary>
public sealed record SiteInventory
{
    /// <summary>The datacenters, in lab order.</summary>
    public IReadOnlyList<InventoryObject> Datacenters { get; init; } = [];

    /// <summary>The folders of machines, in lab order.</summary>
    public IReadOnlyList<InventoryObject> Folders { get; init; } = [];

    /// <summary>The resource pools, in lab order.</summary>
    public IReadOnlyList<InventoryObject> ResourcePools { get; init; } = [];

    /// <summary>The networks, in lab order.</summary>
    public IReadOnlyList<InventoryObject> Networks { get; init; } = [];

    /// <summary>The storage policies, in lab order; they belong to no datacenter.</summary>
    public IReadOnlyList<InventoryObject> StoragePolicies { get; init; } = [];

    /// <summary>The machine in the first of each, where nothing else is said of it.</summary>
    public VirtualMachine Place(VirtualMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return machine with
        {
            Folder = machine.Folder ?? First(Folders),
            ResourcePool = machine.ResourcePool ?? First(ResourcePools),
            Networks = machine.Networks.Count > 0 ? machine.Networks : [.. Networks.Take(1).Select(n => n.Id)],
            StoragePolicy = machine.StoragePolicy ?? First(StoragePolicies),
        };
    }

    private static string? First(IReadOnlyList<InventoryObject> pieces) => pieces is [var first, ..] ? first.Id : null;
}

/// <summary>A piece of an inventory.</summary>
/// <param name="Id">Managed object id, such as <c>group-v3</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Datacenter">The datacenter that it is in; null for one that is in none.</param>
public sealed record InventoryObject(string Id, string Name, string? Datacenter = null);
