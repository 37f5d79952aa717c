using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the LUNs of an array, and what file systems have in common with them.</summary>
internal static class LunReader
{
    public static List<StorageLun> ReadAll(Section array, StorageArray owner, int before)
    {
        List<StorageLun> luns = [];
        foreach (YamlNode item in array.Items("luns") ?? [])
        {
            if (array.Scope.SectionOf(item, "a LUN") is not { } section)
            {
                continue;
            }

            StorageLun lun = Read(section, owner, before + luns.Count);
            section.Close();
            if (lun.Id.Length > 0 && array.Scope.LunNames.Define(item, lun.Id))
            {
                luns.Add(lun);
            }
        }

        return luns;
    }

    /// <summary>Checks that the LUNs that others are replicated to are on other arrays.</summary>
    public static void CheckPeers(LabScope scope, IReadOnlyList<StorageLun> luns)
    {
        foreach ((YamlNode at, string array, string peer) in scope.PeerLuns)
        {
            if (scope.LunNames.Check(at, peer) && luns.Any(l => l.Id == peer && l.Array == array))
            {
                scope.Problems.Add(at, $"LUN '{Problems.Short(peer)}' is on the same array; an array replicates to another");
            }
        }
    }

    /// <summary>Capacity and use in MiB.</summary>
    public static (long CapacityInMB, long UsedInMB) Space(Section section)
    {
        long capacity = section.Size("capacity") ?? 1L << 40;
        long used = section.Size("used") ?? 0;
        if (capacity < 1L << 20)
        {
            section.Problem("capacity", "capacity is less than 1MiB");
        }
        else if (used > capacity)
        {
            section.Problem("used", "used is more than the capacity");
        }

        return (capacity >> 20, used >> 20);
    }

    /// <summary>The pool of the array that the space comes from.</summary>
    public static string? Pool(Section section, StorageArray array) =>
        Part(section, "pool", "pool of this array", array.Pools.Select(p => p.Id));

    /// <summary>The datastore on it, which must be of this kind.</summary>
    public static string? Datastore(Section section, string type)
    {
        if (section.Node("datastore") is not { } node || section.Id("datastore") is not { } id || !section.Scope.DatastoreNames.Check(node, id))
        {
            return null;
        }

        DatastoreDefinition datastore = section.Scope.Datastores[id].Datastore;
        if (datastore.Type != type)
        {
            section.Problem("datastore", $"datastore '{id}' is of type {datastore.Type}; {section.What} can only have one of type {type}");
        }

        return id;
    }

    private static StorageLun Read(Section section, StorageArray array, int ordinal)
    {
        string id = section.RequiredId("id") ?? "";
        (long capacity, long used) = Space(section);
        string? datastore = Datastore(section, "VMFS");
        return new()
        {
            Id = id,
            Array = array.Id,
            CanonicalName = section.Text("canonicalName") ?? "naa." + id,
            DisplayName = section.Text("name") ?? id,
            CapacityInMB = capacity,
            UsedInMB = used,
            Thin = section.Flag("thin", false),
            DrsPermitted = section.Flag("drs", true),
            Pool = Pool(section, array),
            Port = Part(section, "port", "port of this array", array.Ports.Select(p => p.Id)),
            Hosts = Hosts(section, datastore),
            Datastore = datastore,
            Peer = Peer(section, array),
            Ordinal = ordinal,
        };
    }

    // It may come later in the file: whoever reads all arrays checks it.
    private static string? Peer(Section section, StorageArray array)
    {
        if (section.Node("peer") is not { } node || section.Id("peer") is not { } peer)
        {
            return null;
        }

        section.Scope.PeerLuns.Add((node, array.Id, peer));
        return peer;
    }

    // Who mounts the datastore sees the LUN.
    private static IReadOnlyList<string> Hosts(Section section, string? datastore)
    {
        if (section.Items("hosts") is { } items)
        {
            return [.. items
                .Where(item => section.TextOf(item, "hosts") is { } host && section.Scope.HostNames.Check(item, host))
                .Select(item => ((YamlScalar)item).Value)
                .Distinct(StringComparer.Ordinal)];
        }

        if (datastore is null)
        {
            return [];
        }

        (DatastoreDefinition mounted, SiteDefinition site) = section.Scope.Datastores[datastore];
        return mounted.Hosts ?? [.. site.Hosts.Select(h => h.Id)];
    }

    private static string? Part(Section section, string key, string what, IEnumerable<string> parts)
    {
        if (section.Node(key) is not { } node || section.Id(key) is not { } id)
        {
            return null;
        }

        Names known = new(what, section.Scope.Problems);
        foreach (string part in parts)
        {
            known.Define(node, part);
        }

        return known.Check(node, id) ? id : null;
    }
}
