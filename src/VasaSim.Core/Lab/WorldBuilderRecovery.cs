using System.Globalization;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;

namespace VasaSim.Core.Lab;

/// <summary>
/// Builds the mappings, placeholder datastores, protection groups and recovery plans of a new world. The machines are protected by
/// <see cref="WorldBeginning"/>, since how depends on the whole world.
/// </summary>
internal sealed class WorldBuilderRecovery(LabDefinition lab, long seed, DateTimeOffset start)
{
    /// <summary>The mappings.</summary>
    public IReadOnlyList<InventoryMapping> Mappings { get; } =
    [
        .. lab.Mappings.Select((m, i) => new InventoryMapping
        {
            Id = IdOf(seed, "mapping", i + 1),
            Ordinal = i + 1,
            Kind = m.Kind,
            Site = SiteOf(lab, m.Kind, m.From),
            Source = m.From,
            TargetSite = SiteOf(lab, m.Kind, m.To),
            Target = m.To,
        }),
    ];

    /// <summary>The placeholder datastores.</summary>
    public IReadOnlyList<PlaceholderDatastore> Datastores { get; } =
    [
        .. lab.Sites.SelectMany(s => s.PlaceholderDatastores.Select(d => (Site: s.Id, Id: d)))
            .Select((d, i) => new PlaceholderDatastore { Datastore = d.Id, Site = d.Site, Ordinal = i + 1 }),
    ];

    /// <summary>The groups.</summary>
    public IReadOnlyList<ProtectionGroup> Groups { get; } =
    [
        .. lab.ProtectionGroups.Select((g, i) => new ProtectionGroup
        {
            Id = IdOf(seed, "group", i + 1),
            Ordinal = i + 1,
            Name = g.Name,
            Description = g.Description,
            ProtectedSite = g.From,
            RecoverySite = g.To,
            Members = g.Members,
            LoadedAt = start + lab.Knobs.Recovery.Loading,
        }),
    ];

    /// <summary>The plans over the groups.</summary>
    public IReadOnlyList<RecoveryPlan> Plans { get; } =
    [
        .. lab.RecoveryPlans.Select((p, i) => new RecoveryPlan
        {
            Id = IdOf(seed, "plan", i + 1),
            Ordinal = i + 1,
            Name = p.Name,
            Description = p.Description,
            ProtectedSite = p.From,
            RecoverySite = p.To,
            Groups = [.. p.Groups.Select(name => IdOf(seed, "group", 1 + lab.ProtectionGroups.TakeWhile(g => g.Name != name).Count()))],
            TestNetworks = p.TestNetworks,
            Machines = [.. p.Priorities.Select(m => new MachineRecovery { Machine = m.Key, Priority = m.Value })],
        }),
    ];

    /// <summary>The highest number that an id or position was made of.</summary>
    public long HighestNumber => new[] { Mappings.Count, Datastores.Count, Groups.Count, Plans.Count }.Max();

    private static string SiteOf(LabDefinition lab, MappingKind kind, string id) =>
        lab.Sites.FirstOrDefault(s => Recovery.Queries.InventoryNames.ListOf(s.Inventory, kind).Any(o => o.Id == id))?.Id
        ?? throw new ArgumentException($"No site of the lab has '{id}' to map.");

    // As those made later are, of numbers after these.
    private static string IdOf(long seed, string kind, int number) =>
        DerivedId.Guid(string.Create(CultureInfo.InvariantCulture, $"{seed}|recovery|{kind}|{number}")).ToString();
}
