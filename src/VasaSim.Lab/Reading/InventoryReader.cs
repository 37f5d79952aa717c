using VasaSim.Configuration.Yaml;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads what machines of a site are in and use, and who refers to it.</summary>
internal static class InventoryReader
{
    // As vim25 numbers what a site has by itself.
    private const int FirstNumber = 2;
    private const int NumbersPerSite = 10;

    /// <summary>The datacenters and storage policies of a site; without any in the file one of each, with one of all that is in it.</summary>
    public static SiteInventory Read(Section site, YamlScalar key, string id, int index)
    {
        int number = FirstNumber + (index * NumbersPerSite);
        SiteInventory inventory = new();
        if (site.Items("datacenters") is not { } items)
        {
            inventory = Add(inventory, Defined(site, key, new($"datacenter-{number}", id)));
        }
        else
        {
            foreach (YamlNode item in items)
            {
                if (site.Scope.SectionOf(item, "a datacenter") is { } section)
                {
                    inventory = Add(inventory, section, item, id, inventory.Datacenters.Count == 0 ? number : null);
                }
            }

            return inventory with { StoragePolicies = ReadPolicies(site, key, id) };
        }

        return inventory with
        {
            Folders = [Default(site, key, id, MappingKind.Folder, $"group-v{number + 1}", "vm", inventory)],
            ResourcePools = [Default(site, key, id, MappingKind.ResourcePool, $"resgroup-{number + 6}", "Resources", inventory)],
            Networks = [Default(site, key, id, MappingKind.Network, $"network-{number + 7}", "VM Network", inventory)],
            StoragePolicies = ReadPolicies(site, key, id),
        };
    }

    /// <summary>The datastores of a site that placeholders are made on.</summary>
    public static IReadOnlyList<string> ReadPlaceholderDatastores(Section section, SiteDefinition site)
    {
        Names known = Names.Of("datastore of this site", section.Scope.Problems, section.Map, site.Datastores.Select(d => d.Id));
        return
        [
            .. (section.Items("placeholderDatastores") ?? [])
                .Where(item => section.TextOf(item, "placeholderDatastores") is { } id && known.Check(item, id))
                .Select(item => ((YamlScalar)item).Value)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The piece of the inventory of a fault domain's site that a key names; null without the key.</summary>
    public static string? Reference(Section section, string key, string? domain, MappingKind kind) =>
        section.Node(key) is { } node && section.Id(key) is { } id && IsAt(section, node, id, domain, kind) ? id : null;

    /// <summary>The pieces of the inventory of a fault domain's site that a key lists.</summary>
    public static IReadOnlyList<string> References(Section section, string key, string? domain, MappingKind kind) =>
    [
        .. (section.Items(key) ?? []).Select(item => (item, Id: section.TextOf(item, key)))
            .Where(i => i.Id is not null && IsAt(section, i.item, i.Id, domain, kind))
            .Select(i => i.Id!),
    ];

    private static bool IsAt(Section section, YamlNode at, string id, string? domain, MappingKind kind)
    {
        LabScope scope = section.Scope;
        string? site = domain is not null && scope.Domains.TryGetValue(domain, out Provider? provider) ? provider.Site : null;
        return Names.Of($"{NameOf(kind)} of the machine's site", scope.Problems, section.Map,
            scope.InventoryObjects.Where(o => o.Value.Kind == kind && (site is null || o.Value.Site == site)).Select(o => o.Key)).Check(at, id);
    }

    private static string NameOf(MappingKind kind) => kind switch
    {
        MappingKind.Folder => "folder",
        MappingKind.ResourcePool => "resource pool",
        MappingKind.StoragePolicy => "storage policy",
        _ => "network",
    };

    private static SiteInventory Add(SiteInventory inventory, Section section, YamlNode at, string site, int? number)
    {
        string id = section.Id("id") ?? (number is { } n ? $"datacenter-{n}" : section.RequiredId("id") ?? "");
        InventoryObject datacenter = Defined(section, at, new(id, section.Text("name") ?? id));
        SiteInventory filled = Add(inventory, datacenter) with
        {
            Folders = [.. inventory.Folders, .. Pieces(section, "folders", site, MappingKind.Folder, id)],
            ResourcePools = [.. inventory.ResourcePools, .. Pieces(section, "resourcePools", site, MappingKind.ResourcePool, id)],
            Networks = [.. inventory.Networks, .. Pieces(section, "networks", site, MappingKind.Network, id)],
        };
        section.Close();
        return filled;
    }

    private static SiteInventory Add(SiteInventory inventory, InventoryObject datacenter) =>
        inventory with { Datacenters = [.. inventory.Datacenters, datacenter] };

    private static List<InventoryObject> ReadPolicies(Section site, YamlScalar key, string id) => site.Items("storagePolicies") is null
        ? [Mappable(site, key, id, MappingKind.StoragePolicy, new($"policy-{id}", $"Replicated {id}"))]
        : Pieces(site, "storagePolicies", id, MappingKind.StoragePolicy, null);

    private static InventoryObject Default(Section section, YamlNode at, string site, MappingKind kind, string id, string name, SiteInventory inventory) =>
        Mappable(section, at, site, kind, new(id, name, inventory.Datacenters[0].Id));

    private static List<InventoryObject> Pieces(Section owner, string key, string site, MappingKind kind, string? datacenter)
    {
        List<InventoryObject> pieces = [];
        foreach (YamlNode item in owner.Items(key) ?? [])
        {
            Section? section = item is YamlScalar ? null : owner.Scope.SectionOf(item, $"a {NameOf(kind)}");
            string? id = section?.RequiredId("id")
                ?? (item is YamlScalar && owner.TextOf(item, key) is { } text ? owner.Scope.Values.Id(item, text, key) : null);
            string? name = section?.Text("name");
            section?.Close();
            if (id is not null)
            {
                pieces.Add(Mappable(owner, item, site, kind, new(id, name ?? id, datacenter)));
            }
        }

        return pieces;
    }

    private static InventoryObject Mappable(Section section, YamlNode at, string site, MappingKind kind, InventoryObject piece)
    {
        section.Scope.InventoryObjects.TryAdd(piece.Id, (kind, site));
        return Defined(section, at, piece);
    }

    private static InventoryObject Defined(Section section, YamlNode at, InventoryObject piece)
    {
        section.Scope.InventoryNames.Define(at, piece.Id);
        return piece;
    }
}
