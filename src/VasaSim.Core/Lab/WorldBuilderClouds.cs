using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;

namespace VasaSim.Core.Lab;

/// <summary>Builds the clouds of a new world: what is at each site. Ids that the lab does not give follow from the seed and the path.</summary>
internal sealed class WorldBuilderClouds(LabDefinition lab, WorldBuilderPlaces places, IReadOnlyList<VirtualMachine> inventory, long seed)
{
    // The key that vSphere gives the first disk of the first SCSI controller.
    private const int FirstDiskKey = 2000;

    private readonly HashSet<string> _inInventory = [.. inventory.Select(vm => vm.Id)];
    private readonly List<CloudSite> _sites = [];
    private readonly List<CloudVdc> _vdcs = [];
    private readonly List<CloudVapp> _vapps = [];
    private readonly List<CloudMachine> _machines = [];
    private readonly List<VirtualMachine> _newInInventory = [];
    private readonly Dictionary<string, CloudMachine> _machinesByPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CloudVapp> _vappsByPath = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Site, string Name), CloudVdc> _vdcsByName = [];

    public IReadOnlyList<CloudSite> Sites => _sites;

    public IReadOnlyList<CloudVdc> Vdcs => _vdcs;

    public IReadOnlyList<CloudVapp> Vapps => _vapps;

    public IReadOnlyList<CloudMachine> Machines => _machines;

    /// <summary>Machines of vCenters alone that no group of the lab has.</summary>
    public IReadOnlyList<VirtualMachine> NewInInventory => _newInInventory;

    public IReadOnlyList<SlaProfile> SlaProfiles { get; } = lab.Clouds.Count == 0 ? [] :
    [
        .. lab.SlaProfiles.Select((p, i) => p with { Id = IdOf(seed, p.Id, "sla", p.DisplayName), Ordinal = i }),
    ];

    public IReadOnlyList<ReplicationPolicy> Policies { get; } = lab.Clouds.Count == 0 ? [] :
    [
        .. lab.Policies.Select((p, i) => p with { Id = IdOf(seed, p.Id, "policy", p.DisplayName), Ordinal = i }),
    ];

    public void BuildAll()
    {
        foreach (CloudDefinition cloud in lab.Clouds)
        {
            _sites.Add(new()
            {
                Id = cloud.Id,
                Site = cloud.Site,
                Kind = cloud.Kind,
                Description = cloud.Description,
                Orgs = [.. cloud.Orgs.Select(org => org.Name)],
                Ordinal = _sites.Count,
            });
            foreach (OrgDefinition org in cloud.Orgs)
            {
                AddOrg(cloud, org);
            }

            foreach (CloudVmDefinition vm in cloud.Vms)
            {
                AddMachine(vm, vm.Id, cloud.Id, null, $"{cloud.Id}/{vm.Id}");
                AddToInventory(vm, cloud.Site);
            }
        }
    }

    public CloudMachine MachineAt(string path) => Known(_machinesByPath.GetValueOrDefault(path), "machine", path);

    public CloudVapp VappAt(string path) => Known(_vappsByPath.GetValueOrDefault(path), "vApp", path);

    public CloudVdc VdcOf(string site, string name) => Known(_vdcsByName.GetValueOrDefault((site, name)), "virtual data center", $"{site}/{name}");

    public CloudVdc FindVdc(string id) => _vdcs.First(vdc => vdc.Id == id);

    public CloudSite SiteOf(string id) => Known(_sites.Find(site => site.Id == id), "cloud", id);

    public SlaProfile SlaProfile(string name) => Known(SlaProfiles.FirstOrDefault(p => p.DisplayName == name), "SLA profile", name);

    /// <summary>The id that the lab gives, or else one that follows from the seed and what it is for.</summary>
    public static string IdOf(long seed, string given, string kind, string path) =>
        given.Length > 0 ? given : DerivedId.Guid($"{seed}|{kind}|{path}").ToString();

    private static T Known<T>(T? found, string kind, string path)
        where T : class => found ?? throw new ArgumentException($"The lab has no {kind} '{path}'.");

    private void AddOrg(CloudDefinition cloud, OrgDefinition org)
    {
        string path = $"{cloud.Id}/{org.Name}";
        foreach (VdcDefinition definition in org.Vdcs)
        {
            string own = $"{path}/{definition.Name}";
            CloudVdc vdc = new()
            {
                Id = IdOf(seed, definition.Id, "vdc", own),
                Name = definition.Name,
                Site = cloud.Id,
                Org = org.Name,
                StorageProfiles = [.. definition.StorageProfiles.Select(p => p with { Id = IdOf(seed, p.Id, "storage profile", $"{own}/{p.Name}") })],
                Networks = [.. definition.Networks.Select(n => n with { Id = IdOf(seed, n.Id, "network", $"{own}/{n.Name}") })],
                Datastore = places.DatastoreAt(definition.Datastore, cloud.Site).Id,
                Ordinal = _vdcs.Count,
            };
            _vdcs.Add(vdc);
            _vdcsByName.Add((cloud.Id, vdc.Name), vdc);
        }

        foreach (VappDefinition definition in org.Vapps)
        {
            AddVapp(cloud, definition, $"{path}/{definition.Name}");
        }
    }

    private void AddVapp(CloudDefinition cloud, VappDefinition definition, string path)
    {
        CloudVapp vapp = new()
        {
            Id = IdOf(seed, definition.Id, "vapp", path),
            Name = definition.Name,
            Description = definition.Description,
            Vdc = VdcOf(cloud.Id, definition.Vdc).Id,
            Ordinal = _vapps.Count + 1,
        };
        _vapps.Add(vapp);
        _vappsByPath.Add(path, vapp);
        foreach (CloudVmDefinition vm in definition.Vms)
        {
            string own = $"{path}/{vm.Name}";
            AddMachine(vm, IdOf(seed, vm.Id, "vm", own), cloud.Id, vapp.Id, own);
        }
    }

    private void AddMachine(CloudVmDefinition definition, string id, string site, string? vapp, string path)
    {
        CloudMachine machine = new()
        {
            Id = id,
            Name = definition.Name,
            Description = definition.Description,
            ComputerName = definition.ComputerName ?? definition.Name,
            Site = site,
            Vapp = vapp,
            PoweredOn = definition.PoweredOn,
            Disks = [.. definition.Disks.Select((bytes, i) => new CloudDisk(FirstDiskKey + i, bytes))],
            ChangeRate = definition.ChangeRate,
            Ordinal = _machines.Count + 1,
        };
        _machines.Add(machine);
        _machinesByPath.Add(path, machine);
    }

    private void AddToInventory(CloudVmDefinition definition, string site)
    {
        if (!_inInventory.Add(definition.Id))
        {
            return;
        }

        Datastore datastore = places.DatastoreAt(definition.Datastore, site);
        int ordinal = inventory.Count + _newInInventory.Count;
        _newInInventory.Add(places.Place(new()
        {
            Id = definition.Id,
            Name = definition.Name,
            Site = site,
            InstanceUuid = DerivedId.Guid($"{seed}|instance|{definition.Id}").ToString(),
            Host = WorldBuilderPlaces.HostFor(datastore, ordinal),
            Datastore = datastore.Id,
            Ordinal = ordinal,
        }));
    }
}
