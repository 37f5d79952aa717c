using VasaSim.Core;
using VasaSim.Core.Model;

namespace VasaSim.Server.Faces.Vim.Inventory;

/// <summary>
/// The world's places and machines as a vCenter shows them: a datacenter for each site, all of them below one root.
/// Each table is made when it is first needed, as most calls need none.
/// </summary>
internal sealed class InventoryTree
{
    private readonly World _world;
    private readonly Lazy<Dictionary<string, SitePlaces>> _sites;
    private readonly Lazy<Dictionary<string, EntityObject>> _places;
    private readonly Lazy<ILookup<string, HostObject>> _hostsBySite;
    private readonly Lazy<ILookup<string, DatastoreObject>> _datastoresBySite;
    private readonly Lazy<ILookup<string, DatastoreObject>> _datastoresByHost;
    private readonly Lazy<ILookup<string, MachineObject>> _machinesBySite;
    private readonly Lazy<ILookup<string, MachineObject>> _machinesByHost;
    private readonly Lazy<ILookup<string, MachineObject>> _machinesByDatastore;

    public InventoryTree(World world)
    {
        _world = world;
        Root = new FolderObject(
            VimReferences.RootFolder, "Datacenters", null, ["Folder", "Datacenter"], _ => _sites!.Value.Values.Select(s => s.Datacenter));
        _sites = new(() => world.Sites.ToDictionary(s => s.Id, s => new SitePlaces(s)));
        _places = new(() => _sites.Value.Values
            .SelectMany(s => s.Folders.Cast<EntityObject>().Append(s.Datacenter).Append(s.Cluster))
            .ToDictionary(e => e.Reference.Value));
        _hostsBySite = new(() => world.Hosts.Select(Of).ToLookup(h => h.Host.Site));
        _datastoresBySite = new(() => world.Datastores.ToLookup(d => d.Site, Of));
        _datastoresByHost = new(() => world.Datastores
            .SelectMany(d => d.Hosts.Select(h => (Host: h, Datastore: d))).ToLookup(p => p.Host, p => Of(p.Datastore)));
        Lazy<MachineObject[]> machines = new(() => [.. world.VirtualMachines.Select(Of)]);
        _machinesBySite = new(() => machines.Value.ToLookup(m => m.Machine.Site));
        _machinesByHost = new(() => machines.Value.ToLookup(m => m.Machine.Host));
        _machinesByDatastore = new(() => machines.Value.ToLookup(m => m.Machine.Datastore));
    }

    public FolderObject Root { get; }

    /// <summary>The object of the inventory with an id, or null.</summary>
    public EntityObject? Find(string id) =>
        id == Root.Reference.Value ? Root
        : _world.FindVirtualMachine(id) is { } machine ? Of(machine)
        : _world.FindDatastore(id) is { } datastore ? Of(datastore)
        : _world.FindHost(id) is { } host ? Of(host)
        : _places.Value.GetValueOrDefault(id);

    public bool HasHost(string id) => _world.FindHost(id) is not null;

    public bool HasDatastore(string id) => _world.FindDatastore(id) is not null;

    public IEnumerable<HostObject> HostsOf(SitePlaces places) => _hostsBySite.Value[places.Site.Id];

    public IEnumerable<DatastoreObject> DatastoresOf(SitePlaces places) => _datastoresBySite.Value[places.Site.Id];

    public IEnumerable<DatastoreObject> DatastoresOn(Host host) => _datastoresByHost.Value[host.Id];

    public IEnumerable<MachineObject> MachinesOf(SitePlaces places) => _machinesBySite.Value[places.Site.Id];

    public IEnumerable<MachineObject> MachinesOn(Host host) => _machinesByHost.Value[host.Id];

    public IEnumerable<MachineObject> MachinesIn(Datastore datastore) => _machinesByDatastore.Value[datastore.Id];

    /// <summary>The machine with an instance UUID, of one site or of any.</summary>
    public MachineObject? FindMachine(string instanceUuid, Site? site) => _world.VirtualMachines.FirstOrDefault(m =>
        m.InstanceUuid.Equals(instanceUuid, StringComparison.OrdinalIgnoreCase) && (site is null || m.Site == site.Id)) is { } machine
        ? Of(machine)
        : null;

    private SitePlaces? PlacesOf(string site) => _sites.Value.GetValueOrDefault(site);

    private HostObject Of(Host host) => new(host, PlacesOf(host.Site));

    private DatastoreObject Of(Datastore datastore) => new(datastore, PlacesOf(datastore.Site));

    private MachineObject Of(VirtualMachine machine) => new(machine, PlacesOf(machine.Site));
}
