using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>What recovery has to know of a vCenter's inventory.</summary>
internal static class VcenterHandlers
{
    public static Outcome ListCompute(SrmCall call, World world) => List(call, world, Compute(call, world));

    public static Outcome ShowCompute(SrmCall call, World world) => Show(call, world, Compute(call, world), "compute_id");

    public static Outcome ListNetworks(SrmCall call, World world) => List(call, world, Pieces(call, world, MappingKind.Network));

    public static Outcome ShowNetwork(SrmCall call, World world) => Show(call, world, Pieces(call, world, MappingKind.Network), "network_id");

    public static Outcome ListFolders(SrmCall call, World world) => List(call, world, Pieces(call, world, MappingKind.Folder));

    public static Outcome ShowFolder(SrmCall call, World world) => Show(call, world, Pieces(call, world, MappingKind.Folder), "vm_folder_id");

    public static Outcome ListDatastores(SrmCall call, World world)
    {
        VcenterDatastoreItem[] all = [.. Datastores(call, world)];
        return call.Query.Text("path") is not { } path ? Listing.Whole(call, all)
            : path == "/" || Datacenters(call, world).Any(d => d.Path == path) ? Listing.Whole(call, [.. all.Where(d => path == "/" || d.Path == FolderTree.Below(path, d.Name!))])
            : Outcome.Failed(Admission.NotFound("object at", path));
    }

    public static Outcome ShowDatastore(SrmCall call, World world) => Found(call, world, Datastores(call, world).FirstOrDefault(d => d.Id == call.Path["datastore_id"]), "datastore_id");

    public static Outcome ListPolicies(SrmCall call, World world) => Listing.Answer(call, world, Policies(call, world), SrmJson.Newest.StoragePolicy);

    public static Outcome ShowPolicy(SrmCall call, World world) =>
        Found(call, world, Policies(call, world).FirstOrDefault(p => p.Id == call.Path["storage_policy_id"]), "storage_policy_id");

    public static Outcome ListReplicatedMachines(SrmCall call, World world) => Listing.Answer(
        call,
        world,
        world.Cloud.Sites.Where(s => s.Kind == CloudSiteKind.Vcenter && s.Site == call.NamedSite!.Name)
            .SelectMany(s => world.Cloud.Machines.Where(m => m.Site == s.Id))
            .SelectMany(m => world.Cloud.ReplicationsOf(m.Site, m.Id).Take(1).Select(r => new VmReplicationInfo
            {
                Id = call.Ids.InVcenter(DrIds.MachineType, m.Id, call.NamedSite!.Name),
                Name = m.Name,
                Template = false,
                InsideVapp = false,
                ReplicationStatus = StatusOf(world, r),
            })),
        SrmJson.Newest.VmReplicationInfo);

    private static VmReplicationStatus StatusOf(World world, VmReplication replication)
    {
        ReplicationStatus status = CloudQueries.StatusOf(world, replication);
        bool late = status.RpoViolation > 0;
        return replication.State == ReplicationState.FailedOver ? VmReplicationStatus.Recovered : status.DataConnection switch
        {
            DataConnectionState.InitialSyncing => VmReplicationStatus.InitialFullSync,
            DataConnectionState.Syncing => late ? VmReplicationStatus.SyncRpoViolation : VmReplicationStatus.Sync,
            DataConnectionState.Paused => VmReplicationStatus.Paused,
            DataConnectionState.PoweredOff or DataConnectionState.Unknown => late ? VmReplicationStatus.NotActiveRpoViolation : VmReplicationStatus.NotActive,
            DataConnectionState.Error => late ? VmReplicationStatus.ErrorRpoViolation : VmReplicationStatus.ErrorOccurred,
            _ => late ? VmReplicationStatus.RpoViolation : VmReplicationStatus.Ok,
        };
    }

    private static Outcome List(SrmCall call, World world, IEnumerable<VcenterServerInventoryItem> pieces)
    {
        VcenterServerInventoryItem[] all = [.. Datacenters(call, world), .. pieces];
        string? path = call.Query.Text("path");
        string? parent = path is null or "/" ? null : all.FirstOrDefault(i => i.Path == path)?.Id;
        return path is not (null or "/") && parent is null
            ? Outcome.Failed(Admission.NotFound("object at", path))
            : Listing.Answer(call, world, path is null ? all : all.Where(i => i.Parent == parent), SrmJson.Newest.VcenterServerInventoryItem);
    }

    private static Outcome Show(SrmCall call, World world, IEnumerable<VcenterServerInventoryItem> pieces, string parameter) =>
        Found(call, world, Datacenters(call, world).Concat(pieces).FirstOrDefault(i => i.Id == call.Path[parameter]), parameter);

    private static Outcome Found(SrmCall call, World world, Resource? item, string parameter) =>
        item is null ? Outcome.Failed(Admission.NotFound("object", call.Path[parameter])) : call.Entity(item, world);

    private static Site SiteOf(SrmCall call, World world) => world.Sites.First(s => s.Id == call.NamedSite!.Name);

    private static IEnumerable<VcenterServerInventoryItem> Datacenters(SrmCall call, World world)
    {
        Site site = SiteOf(call, world);
        return site.Inventory.Datacenters.Select(d => new VcenterServerInventoryItem
        {
            Id = call.Ids.InVcenter(DrIds.DatacenterType, d.Id, site.Id),
            Name = d.Name,
            Path = FolderTree.Below("/", d.Name),
            Parent = null,
        });
    }

    private static IEnumerable<VcenterServerInventoryItem> Compute(SrmCall call, World world)
    {
        Site site = SiteOf(call, world);
        InventoryObject? first = site.Inventory.Datacenters is [var datacenter, ..] ? datacenter : null;
        return
        [
            .. Pieces(call, world, MappingKind.ResourcePool),
            .. world.Hosts.Where(h => h.Site == site.Id).Select(h => Piece(call, site, DrIds.HostType, new InventoryObject(h.Id, h.Name, first?.Id))),
        ];
    }

    private static IEnumerable<VcenterServerInventoryItem> Pieces(SrmCall call, World world, MappingKind kind)
    {
        Site site = SiteOf(call, world);
        return Core.Recovery.Queries.InventoryNames.ListOf(site.Inventory, kind).Select(o => Piece(call, site, DrIds.TypeOf(kind), o));
    }

    private static VcenterServerInventoryItem Piece(SrmCall call, Site site, string type, InventoryObject piece)
    {
        InventoryObject? datacenter = site.Inventory.Datacenters.FirstOrDefault(d => d.Id == piece.Datacenter);
        return new VcenterServerInventoryItem
        {
            Id = call.Ids.InVcenter(type, piece.Id, site.Id),
            Name = piece.Name,
            Path = FolderTree.Below($"/{datacenter?.Name}", piece.Name),
            Parent = datacenter is null ? null : call.Ids.InVcenter(DrIds.DatacenterType, datacenter.Id, site.Id),
        };
    }

    // Datastores and hosts are in the first datacenter, since nobody says in which.
    private static IEnumerable<VcenterDatastoreItem> Datastores(SrmCall call, World world)
    {
        Site site = SiteOf(call, world);
        InventoryObject? datacenter = site.Inventory.Datacenters is [var first, ..] ? first : null;
        return world.Datastores.Where(d => d.Site == site.Id).Select(d => new VcenterDatastoreItem
        {
            Id = call.Ids.InVcenter(DrIds.DatastoreType, d.Id, site.Id),
            Name = d.Name,
            Path = FolderTree.Below($"/{datacenter?.Name}", d.Name),
            Parent = datacenter is null ? null : call.Ids.InVcenter(DrIds.DatacenterType, datacenter.Id, site.Id),
            CapacityDetails = new(d.Capacity, d.Capacity - d.FreeSpace),
            FileSystemType = d.Type,
            Type = DatastoreItemType.Datastore,
            OverallStatus = OverallStatus.Green,
            MaintenanceMode = "normal",
            Accessible = true,
        });
    }

    private static IEnumerable<StoragePolicy> Policies(SrmCall call, World world)
    {
        Site site = SiteOf(call, world);
        return site.Inventory.StoragePolicies.Select(p => new StoragePolicy { Id = call.Ids.InVcenter(MappingKind.StoragePolicy, p.Id, site.Id), Name = p.Name });
    }
}
