using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>What a site has of virtual volumes. Used in turns on the world.</summary>
/// <param name="world">The world.</param>
/// <param name="scope">The pairing.</param>
/// <param name="site">One of its sites.</param>
internal sealed class VvolInventory(World world, SrmScope scope, SrmSite site)
{
    private readonly Lazy<ILookup<string, VirtualMachine>> _machines = new(() => world.VirtualMachines
        .Where(m => scope.Sites.Any(s => s.Name == m.Site))
        .ToLookup(m => m.Name, StringComparer.Ordinal));

    private readonly Lazy<ILookup<string, GroupId>> _groupsOfMachines = new(() => DomainsOf(world, site)
        .SelectMany(d => world.GroupsIn(d.Id))
        .SelectMany(g => MachinesOf(g).Select(m => (Machine: m, g.Id)))
        .ToLookup(p => p.Machine, p => p.Id, StringComparer.Ordinal));

    /// <summary>The site's fault domains, but for those of whole machines, whose provider is vSphere's own.</summary>
    public IEnumerable<FaultDomain> Domains => DomainsOf(world, site);

    /// <summary>A fault domain as it is told.</summary>
    public VvolFaultDomainInfo Describe(FaultDomain domain) => new()
    {
        Id = domain.Id,
        Warnings = TextsOrNull(WarningsOf(domain.Id)),
        Errors = TextsOrNull(ErrorsOf(domain.Id)),
        Name = domain.Name ?? domain.Id,
        Description = domain.Description,
    };

    /// <summary>A group as it is told.</summary>
    public VvolReplicationGroupInfo Describe(ReplicationGroup group) => new()
    {
        Id = VvolIds.Of(group.Id),
        Warnings = TextsOrNull([.. WarningsOf(group.Id.FaultDomain), .. WarningsOf(group)]),
        Errors = TextsOrNull([.. ErrorsOf(group.Id.FaultDomain), .. ErrorsOf(group)]),
        Name = group.Name ?? group.Id.DeviceGroup,
        VmInfos = [.. MachinesOf(group).Select(m => Describe(group, m)).OfType<VvolReplicationGroupVmInfo>()],
        ReplicationGroupInfo = DataOf(group.Id),
    };

    /// <summary>A group that a protection group names, with what is wrong with it for that.</summary>
    public VvolReplicationGroupInfo Describe(DescribedReplicationGroup named)
    {
        VvolReplicationGroupInfo? known = named.Group is { } group ? Describe(group) : null;
        return new()
        {
            Id = VvolIds.Of(named.Id),
            Warnings = TextsOrNull((known?.Warnings ?? []).Union(named.Warnings)),
            Errors = TextsOrNull((known?.Errors ?? []).Union(named.Errors)),
            Name = known?.Name ?? named.Id.DeviceGroup,
            VmInfos = known?.VmInfos,
            ReplicationGroupInfo = DataOf(named.Id),
        };
    }

    private VvolReplicationGroupVmInfo? Describe(ReplicationGroup group, string machine) => MachineOf(machine) is { } found
        ? new VvolReplicationGroupVmInfo
        {
            Id = $"VirtualMachine:{found.Id}:{scope.VcenterIdOf(scope.Sites.First(s => s.Name == found.Site))}",
            Name = machine,
            Template = false,
            InsideVapp = false,
            Warnings = TextsOrNull(group.Members.Where(m => m.Vm == machine && !m.Copyable).Select(_ => "A device cannot be copied.").Distinct()),
            Errors = null,
            VvolReplicationGroups = [.. _groupsOfMachines.Value[machine].Select(DataOf)],
        }
        : null;

    // That of this site when both know one of the name.
    private VirtualMachine? MachineOf(string name) => _machines.Value[name].OrderBy(m => m.Site == site.Name ? 0 : 1).FirstOrDefault();

    private static IEnumerable<FaultDomain> DomainsOf(World world, SrmSite site) =>
        world.FaultDomains.Where(d => ProviderDirectory.ActiveFor(world, d) is { IsInternal: false } provider && provider.Site == site.Name);

    private IEnumerable<string> WarningsOf(string domain) => ProviderDirectory.ActiveFor(world, domain) switch
    {
        { Busy: true } provider => [$"The provider '{provider.Name}' is busy."],
        { OutOfResource: true } provider => [$"The provider '{provider.Name}' is out of resources."],
        _ => [],
    };

    private IEnumerable<string> ErrorsOf(string domain) =>
        ProviderDirectory.ActiveFor(world, domain) is { } provider && !ProviderDirectory.Answers(world, provider) ? [$"The provider '{provider.Name}' does not answer."] : [];

    private IEnumerable<string> WarningsOf(ReplicationGroup group) => PartnersOf(group)
        .Select(p => p.FaultDomain)
        .Distinct()
        .Where(d => world.FindLink(group.Id.FaultDomain, d) is { Up: false })
        .Select(d => $"The link to the fault domain '{d}' is down.");

    private static IEnumerable<string> ErrorsOf(ReplicationGroup group) => group switch
    {
        { State: ReplicationState.Source, Targets: [] } => ["The replication group has no target."],
        { State: ReplicationState.InTest } => ["The replication group is in a test failover."],
        { State: ReplicationState.FailedOver or ReplicationState.RemoteFailedOver } => ["The replication group is failed over."],
        _ => [],
    };

    private static IEnumerable<GroupId> PartnersOf(ReplicationGroup group) => group.Source is { } source ? [source, .. group.Targets] : group.Targets;

    private static IEnumerable<string> MachinesOf(ReplicationGroup group) => group.Members.Select(m => m.Vm).OfType<string>().Distinct();

    private static VvolReplicationGroupData DataOf(GroupId id) => new(id.FaultDomain, id.DeviceGroup);

    private static string[]? TextsOrNull(IEnumerable<string> texts) => texts.ToArray() is { Length: > 0 } some ? some : null;
}
