using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Lab.Reading;

/// <summary>What is known of a lab while its file is read: what was defined so far, and the problems.</summary>
internal sealed class LabScope(Problems problems)
{
    public Problems Problems => problems;

    public Values Values { get; } = new(problems);

    public Names SiteNames { get; } = new("site", problems);

    public Names HostNames { get; } = new("host", problems);

    public Names DatastoreNames { get; } = new("datastore", problems);

    /// <summary>Datacenters and what is in them, and storage policies: no two have the same id.</summary>
    public Names InventoryNames { get; } = new("piece of an inventory", problems);

    /// <summary>What can be mapped, with its site.</summary>
    public Dictionary<string, (MappingKind Kind, string Site)> InventoryObjects { get; } = new(StringComparer.Ordinal);

    public Names ProtectionGroupNames { get; } = new("protection group", problems);

    public Names RecoveryPlanNames { get; } = new("recovery plan", problems);

    /// <summary>LUNs that others are replicated to, and where it is said.</summary>
    public List<(YamlNode At, string Array, string Peer)> PeerLuns { get; } = [];

    public Names ProviderNames { get; } = new("provider", problems);

    public Names ProviderUids { get; } = new("provider uid", problems);

    public Names ArrayNames { get; } = new("array", problems);

    /// <summary>Arrays that the file describes, whether a provider manages them or not.</summary>
    public HashSet<string> DescribedArrays { get; } = new(StringComparer.Ordinal);

    public Names LunNames { get; } = new("LUN", problems);

    public Names FileSystemNames { get; } = new("file system", problems);

    public Names PoolNames { get; } = new("pool", problems);

    public Names DomainNames { get; } = new("fault domain", problems);

    /// <summary>What links lead to, which therefore cannot have the same name.</summary>
    public Names LinkEnds { get; } = new("fault domain or cloud", problems);

    public Names LinkNames { get; } = new("link", problems);

    public Names GroupNames { get; } = new("group", problems);

    public Names VmNames { get; } = new("virtual machine", problems);

    public Names CloudNames { get; } = new("cloud", problems);

    /// <summary>Organizations as <c>org@cloud</c>.</summary>
    public Names OrgNames { get; } = new("organization", problems);

    /// <summary>vApps by their paths.</summary>
    public Names VappNames { get; } = new("vApp", problems);

    /// <summary>Machines of clouds by their paths.</summary>
    public Names CloudVmNames { get; } = new("machine of a cloud", problems);

    public Names SlaNames { get; } = new("SLA profile", problems);

    public Names PolicyNames { get; } = new("policy", problems);

    public Names ReplicationNames { get; } = new("replication", problems);

    /// <summary>UUIDs that the file gives.</summary>
    public Names Uuids { get; } = new("UUID", problems);

    public Dictionary<string, SiteDefinition> Sites { get; } = new(StringComparer.Ordinal);

    /// <summary>Datastores with the site that has them.</summary>
    public Dictionary<string, (DatastoreDefinition Datastore, SiteDefinition Site)> Datastores { get; } =
        new(StringComparer.Ordinal);

    public Dictionary<string, Provider> Providers { get; } = new(StringComparer.Ordinal);

    /// <summary>Arrays with the first provider that can manage them.</summary>
    public Dictionary<string, Provider> Arrays { get; } = new(StringComparer.Ordinal);

    /// <summary>Fault domains with the provider that manages them; those without a legal one are missing.</summary>
    public Dictionary<string, Provider> Domains { get; } = new(StringComparer.Ordinal);

    /// <summary>Machines of groups with the site that has them; one whose site is not known is missing.</summary>
    public Dictionary<string, (string Site, string Name)> Machines { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CloudDefinition> Clouds { get; } = new(StringComparer.Ordinal);

    /// <summary>The paths of the machines of vApps, by the path of the vApp.</summary>
    public Dictionary<string, IReadOnlyList<string>> VappMachines { get; } = new(StringComparer.Ordinal);

    /// <summary>Links that are down, by the ends in the order of <see cref="Link.Order"/>.</summary>
    public HashSet<(string A, string B)> DownLinks { get; } = [];

    /// <summary>How many machines got an id because the file gave none.</summary>
    public int GeneratedVms { get; set; }

    /// <summary>Members of all groups on both sides, which are what a large lab is made of.</summary>
    public long Members { get; set; }

    /// <summary>The value of a key as a section; a key without a value is an empty one.</summary>
    public Section? SectionOf(YamlScalar key, YamlNode value, string what, int? number = null) =>
        SectionOf(value is YamlScalar { IsEmpty: true } ? new YamlMapping(key.Line, key.Column, []) : value, what, number);

    /// <summary>The node as a section; null, and a problem, when it is no mapping.</summary>
    public Section? SectionOf(YamlNode node, string what, int? number = null)
    {
        if (node is YamlMapping map)
        {
            return new(map, what, this, number);
        }

        Problems.Add(node, $"{what} is {node.Kind}; it must be a mapping of keys to values");
        return null;
    }
}
