using VasaSim.Core.Model;

namespace VasaSim.Core.Lab;

/// <summary>Hosts and datastores of a new world, and which of them the groups of a fault domain use.</summary>
internal sealed class WorldBuilderPlaces
{
    private readonly Dictionary<string, Datastore> _datastores = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sitesOfDomains = new(StringComparer.Ordinal);
    private readonly List<Host> _hosts = [];

    private readonly Dictionary<string, SiteInventory> _inventories = new(StringComparer.Ordinal);

    public WorldBuilderPlaces(LabDefinition lab)
    {
        foreach (SiteDefinition site in lab.Sites)
        {
            _inventories.Add(site.Id, site.Inventory);
            foreach (HostDefinition host in site.Hosts)
            {
                _hosts.Add(new() { Id = host.Id, Name = host.Name, Site = site.Id, Ordinal = _hosts.Count });
            }

            foreach (DatastoreDefinition datastore in site.Datastores)
            {
                _datastores.Add(datastore.Id, DatastoreOf(datastore, site, _datastores.Count));
            }
        }

        foreach (FaultDomainDefinition domain in lab.FaultDomains)
        {
            _sitesOfDomains.Add(domain.Id, SiteOf(domain, lab.Providers));
        }
    }

    public IReadOnlyList<Host> Hosts => _hosts;

    public IEnumerable<Datastore> Datastores => _datastores.Values;

    public string SiteOf(string domain) => _sitesOfDomains.TryGetValue(domain, out string? site)
        ? site
        : throw new ArgumentException($"The lab has no fault domain '{domain}'.");

    /// <summary>The machine in its site's inventory.</summary>
    public VirtualMachine Place(VirtualMachine machine) => _inventories[machine.Site].Place(machine);

    /// <summary>The named datastore, or without a name the first of the domain's site.</summary>
    public Datastore DatastoreFor(string? id, string domain) =>
        id is null ? DatastoreAt(null, SiteOf(domain)) : DatastoreAt(id, "");

    /// <summary>The named datastore, or without a name the first of the site.</summary>
    public Datastore DatastoreAt(string? id, string site)
    {
        if (id is not null)
        {
            return _datastores.TryGetValue(id, out Datastore? named)
                ? named
                : throw new ArgumentException($"The lab has no datastore '{id}'.");
        }

        return _datastores.Values.FirstOrDefault(datastore => datastore.Site == site)
            ?? throw new ArgumentException($"The lab's site '{site}' has no datastore.");
    }

    /// <summary>A host that mounts the datastore; machines are spread over them in turn.</summary>
    public static string HostFor(Datastore datastore, int machine) => datastore.Hosts.Count > 0
        ? datastore.Hosts[machine % datastore.Hosts.Count]
        : throw new ArgumentException($"No host mounts the lab's datastore '{datastore.Id}'.");

    private static Datastore DatastoreOf(DatastoreDefinition definition, SiteDefinition site, int ordinal) => new()
    {
        Id = definition.Id,
        Name = definition.Name,
        Site = site.Id,
        Type = definition.Type,
        Url = definition.Url ?? DefaultUrl(definition),
        Capacity = definition.Capacity,
        FreeSpace = definition.FreeSpace,
        Hosts = definition.Hosts ?? [.. site.Hosts.Select(host => host.Id)],
        Capability = definition.Capability,
        Ordinal = ordinal,
    };

    // The shapes that vSphere gives them; made from the id alone, so that they stay when the seed changes.
    private static string DefaultUrl(DatastoreDefinition definition)
    {
        string hash = DerivedId.Hex(definition.Id);
        string volume = definition.Type switch
        {
            "VVOL" => $"vvol:{hash[..16]}-{hash[16..32]}",
            "NFS" => $"{hash[..8]}-{hash[8..16]}",
            _ => $"{hash[..8]}-{hash[8..16]}-{hash[16..20]}-{hash[20..32]}",
        };
        return $"ds:///vmfs/volumes/{volume}/";
    }

    private static string SiteOf(FaultDomainDefinition domain, IReadOnlyList<ProviderDefinition> providers)
    {
        ProviderDefinition? found = domain.ArrayId is { } array
            ? providers.FirstOrDefault(p => p.Provider.Arrays.Any(a => a.ArrayId == array))
            : providers.FirstOrDefault(p => p.Provider.Id == domain.Provider);
        return found?.Provider.Site
            ?? throw new ArgumentException($"No provider of the lab manages the fault domain '{domain.Id}'.");
    }
}
