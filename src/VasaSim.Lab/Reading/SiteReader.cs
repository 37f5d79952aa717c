using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the sites with their hosts and datastores.</summary>
internal static class SiteReader
{
    private const int IdsPerSite = 40;

    private static readonly (string, string)[] DatastoreTypes = [("VVOL", "VVOL"), ("VMFS", "VMFS"), ("NFS", "NFS")];

    public static List<SiteDefinition> ReadAll(Section lab)
    {
        List<SiteDefinition> sites = [];
        if (lab.Node("sites") is not { } node || lab.Scope.SectionOf(node, "sites") is not { } section)
        {
            return sites;
        }

        foreach ((YamlScalar key, YamlNode value) in section.Map.Entries)
        {
            if (lab.Scope.Values.Id(key, key.Value, "a site's id") is { } id)
            {
                lab.Scope.SiteNames.Define(key, id);
                if (lab.Scope.SectionOf(key, value, $"site {id}") is { } site)
                {
                    SiteDefinition definition = ReadSite(site, id, key, sites.Count);
                    sites.Add(definition);
                    lab.Scope.Sites[id] = definition;
                }
            }
        }

        return sites;
    }

    private static SiteDefinition ReadSite(Section section, string id, YamlScalar key, int index)
    {
        string vCenter = section.Text("vcenter") ?? $"vc-{id.ToLowerInvariant()}.sim.local";
        if (Uri.CheckHostName(vCenter) == UriHostNameType.Unknown)
        {
            section.Problem("vcenter", $"'{Problems.Short(vCenter)}' is no host name; set vcenter to one");
        }

        List<HostDefinition> hosts = ReadHosts(section, key, index);
        SiteDefinition site = new() { Id = id, VCenter = vCenter, Hosts = hosts };
        site = site with { Datastores = ReadDatastores(section, key, index, hosts), Inventory = InventoryReader.Read(section, key, id, index) };
        site = site with { PlaceholderDatastores = InventoryReader.ReadPlaceholderDatastores(section, site) };
        foreach (DatastoreDefinition datastore in site.Datastores)
        {
            section.Scope.Datastores.TryAdd(datastore.Id, (datastore, site));
        }

        section.Close();
        return site;
    }

    private static List<HostDefinition> ReadHosts(Section site, YamlScalar key, int index)
    {
        List<HostDefinition> hosts = [];
        if (site.Items("hosts") is not { } items)
        {
            string id = $"host-{11 + (index * IdsPerSite)}";
            site.Scope.HostNames.Define(key, id);
            return [new(id, id + ".sim.local")];
        }

        foreach (YamlNode item in items)
        {
            Section? section = item is YamlScalar ? null : site.Scope.SectionOf(item, "a host");
            string? id = item is YamlScalar ? IdOf(site, item, "a host's id") : section?.RequiredId("id");
            string? name = section?.Text("name");
            section?.Close();
            if (id is not null && site.Scope.HostNames.Define(item, id))
            {
                hosts.Add(new(id, name ?? id + ".sim.local"));
            }
        }

        return hosts;
    }

    private static List<DatastoreDefinition> ReadDatastores(
        Section site, YamlScalar key, int index, List<HostDefinition> hosts)
    {
        List<DatastoreDefinition> datastores = [];
        if (site.Items("datastores") is not { } items)
        {
            string id = $"datastore-{21 + (index * IdsPerSite)}";
            site.Scope.DatastoreNames.Define(key, id);
            return [new() { Id = id, Name = id }];
        }

        foreach (YamlNode item in items)
        {
            DatastoreDefinition? datastore = item is YamlScalar
                ? IdOf(site, item, "a datastore's id") is { } id ? new() { Id = id, Name = id } : null
                : site.Scope.SectionOf(item, "a datastore") is { } section ? ReadDatastore(section, hosts) : null;
            if (datastore is not null && site.Scope.DatastoreNames.Define(item, datastore.Id))
            {
                datastores.Add(datastore);
            }
        }

        return datastores;
    }

    private static DatastoreDefinition? ReadDatastore(Section section, List<HostDefinition> hosts)
    {
        string? id = section.RequiredId("id");
        long capacity = section.Size("capacity") ?? 1L << 40;
        long free = section.Size("freeSpace") ?? capacity / 2;
        if (free > capacity)
        {
            section.Problem("freeSpace", "freeSpace is more than the capacity");
        }

        DatastoreDefinition datastore = new()
        {
            Id = id ?? "",
            Name = section.Text("name") ?? id ?? "",
            Type = section.Choice("type", DatastoreTypes, "VVOL"),
            Url = section.Text("url"),
            Capacity = capacity,
            FreeSpace = free,
            Hosts = ReadMounts(section, hosts),
            Capability = ReadCapability(section),
        };
        section.Close();
        return id is null ? null : datastore;
    }

    private static StorageCapability? ReadCapability(Section datastore)
    {
        if (datastore.Child("capability", "a capability") is not { } section)
        {
            return null;
        }

        string? id = section.RequiredId("id");
        StorageCapability capability = new(id ?? "", section.Text("name") ?? id ?? "", section.Text("description") ?? "");
        section.Close();
        return capability;
    }

    private static List<string>? ReadMounts(Section datastore, List<HostDefinition> hosts)
    {
        if (datastore.Items("hosts") is not { } items)
        {
            return null;
        }

        Names known = Names.Of("host of this site", datastore.Scope.Problems, datastore.Map, hosts.Select(host => host.Id));
        List<string> mounts = [];
        foreach (YamlNode item in items)
        {
            if (datastore.TextOf(item, "hosts") is { } host && known.Check(item, host))
            {
                mounts.Add(host);
            }
        }

        return [.. mounts.Distinct(StringComparer.Ordinal)];
    }

    private static string? IdOf(Section site, YamlNode item, string what) =>
        site.TextOf(item, what) is { } text ? site.Scope.Values.Id(item, text, what) : null;
}
