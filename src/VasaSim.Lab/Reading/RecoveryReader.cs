using VasaSim.Configuration;
using VasaSim.Configuration.Yaml;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the mappings and the protection groups.</summary>
internal static class RecoveryReader
{
    private static readonly string[] MemberKeys = ["groups", "vms", "datastores"];

    public static List<MappingDefinition> ReadMappings(Section lab)
    {
        List<MappingDefinition> mappings = [];
        Names mapped = new("mapping", lab.Scope.Problems);
        foreach (YamlNode item in lab.Items("mappings") ?? [])
        {
            if (lab.Scope.SectionOf(item, "a mapping") is { } section)
            {
                mappings.AddRange(ReadMapping(section, mapped));
            }
        }

        return mappings;
    }

    public static List<ProtectionGroupDefinition> ReadGroups(Section lab)
    {
        List<ProtectionGroupDefinition> groups = [];
        foreach (YamlNode item in lab.Items("protectionGroups") ?? [])
        {
            if (lab.Scope.SectionOf(item, "a protection group") is { } section)
            {
                groups.Add(ReadGroup(section));
            }
        }

        return groups;
    }

    /// <summary>The site under a key that has to be there.</summary>
    public static string? ReadSite(Section section, string key) =>
        section.RequiredId(key) is { } id && section.Scope.SiteNames.Check(section.Node(key)!, id) ? id : null;

    /// <summary>The names of a list that there are, each once.</summary>
    public static IEnumerable<string> Known(Section section, string key, Names names) => (section.Items(key) ?? [])
        .Where(item => section.TextOf(item, key) is { } text && names.Check(item, text))
        .Select(item => ((YamlScalar)item).Value)
        .Distinct(StringComparer.Ordinal);

    // What it maps follows from what the ids are; two networks of one site map for tests.
    private static IEnumerable<MappingDefinition> ReadMapping(Section section, Names mapped)
    {
        (MappingKind Kind, string Site, string Id)? from = ReadEnd(section, "from");
        (MappingKind Kind, string Site, string Id)? to = ReadEnd(section, "to");
        bool bothWays = section.Flag("bothWays", true);
        section.Close();
        if (from is not var (kind, site, source) || to is not var (otherKind, otherSite, target))
        {
            return [];
        }

        bool forTests = kind == MappingKind.Network && site == otherSite;
        if (kind != otherKind || (site == otherSite && !forTests))
        {
            section.Problem("to", $"'{Problems.Short(target)}' is not of the same kind as '{Problems.Short(source)}' at another site");
            return [];
        }

        MappingDefinition there = new(forTests ? MappingKind.TestNetwork : kind, source, target);
        MappingDefinition[] both = bothWays && !forTests ? [there, new(kind, target, source)] : [there];
        foreach (MappingDefinition mapping in both)
        {
            mapped.Define(section.Map, $"{mapping.From} to site {(mapping == there ? otherSite : site)}{(forTests ? " for tests" : "")}");
        }

        return both;
    }

    private static (MappingKind Kind, string Site, string Id)? ReadEnd(Section section, string key) =>
        section.RequiredId(key) is { } id
        && Names.Of("folder, resource pool, network or storage policy", section.Scope.Problems, section.Map, section.Scope.InventoryObjects.Keys).Check(section.Node(key)!, id)
            ? (section.Scope.InventoryObjects[id].Kind, section.Scope.InventoryObjects[id].Site, id)
            : null;

    private static ProtectionGroupDefinition ReadGroup(Section section)
    {
        LabScope scope = section.Scope;
        string name = section.RequiredText("name") ?? "";
        string? from = ReadSite(section, "from");
        string? to = ReadSite(section, "to");
        if (from is not null && from == to)
        {
            section.Problem("to", $"a protection group from site '{from}' to itself");
        }

        ProtectionGroupDefinition group = new()
        {
            Name = name,
            Description = section.Text("description"),
            From = from ?? "",
            To = to ?? "",
            Members = ReadMembers(section, from),
        };
        section.Close();
        if (name.Length > 0)
        {
            scope.ProtectionGroupNames.Define(section.Node("name")!, name);
        }

        return group;
    }

    private static GroupMembers ReadMembers(Section section, string? site)
    {
        LabScope scope = section.Scope;
        string[] given = [.. MemberKeys.Where(key => section.Items(key) is { Count: > 0 })];
        if (given.Length != 1)
        {
            section.Problem(given.Length > 1 ? given[1] : "groups", $"{section.What} has one of groups, vms and datastores, and something in it");
        }

        GroupMembers members = new()
        {
            Kind = given is ["vms", ..] ? ReplicationKind.Hbr : given is ["datastores", ..] ? ReplicationKind.Abr : ReplicationKind.Vvol,
            Groups = [.. Known(section, "groups", scope.GroupNames).Select(Split)],
            Machines = [.. Known(section, "vms", scope.VmNames)],
            Datastores = [.. Known(section, "datastores", scope.DatastoreNames)],
        };
        string? elsewhere = members.Groups.Where(id => scope.Domains.TryGetValue(id.FaultDomain, out Provider? provider) && provider.Site != site).Select(id => id.ToString())
            .Concat(members.Machines.Where(id => scope.Machines.TryGetValue(id, out var machine) && machine.Site != site))
            .Concat(members.Datastores.Where(id => scope.Datastores[id].Site.Id != site))
            .FirstOrDefault();
        if (site is not null && elsewhere is not null)
        {
            section.Problem(given.Length > 0 ? given[0] : "groups", $"'{Problems.Short(elsewhere)}' is not at site '{site}', from where the group protects");
        }

        return members;
    }

    private static GroupId Split(string id)
    {
        int slash = id.IndexOf('/', StringComparison.Ordinal);
        return new(id[..slash], id[(slash + 1)..]);
    }
}
