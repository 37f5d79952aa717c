using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Recovery.Queries;

/// <summary>What protection asks of replication groups. Their states are looked at where they are.</summary>
internal static class VvolReplication
{
    /// <summary>The site of a fault domain; null when nobody manages it.</summary>
    public static string? SiteOf(World world, string domain) => ProviderDirectory.ActiveFor(world, domain)?.Site;

    /// <summary>The targets of a group at a site that there are.</summary>
    public static IEnumerable<ReplicationGroup> TargetsAt(World world, ReplicationGroup source, string site) => source.Targets
        .Where(t => SiteOf(world, t.FaultDomain) == site)
        .Select(world.FindGroup)
        .OfType<ReplicationGroup>();

    /// <summary>What is an error of a replication group that a protection group names, in words.</summary>
    public static IEnumerable<string> Errors(World world, ProtectionGroup group, GroupId id)
    {
        if (world.FindGroup(id) is not { } source)
        {
            return [$"Replication group '{id}' was not found."];
        }

        ReplicationGroup[] targets = [.. TargetsAt(world, source, group.RecoverySite)];
        return
        [
            .. WrongState(source, ReplicationState.Source),
            .. targets.Length == 0 ? [$"Replication group '{id}' has no target at site '{group.RecoverySite}'."] : Array.Empty<string>(),
            .. targets.SelectMany(t => WrongState(t, ReplicationState.Target)),
            .. Domains(source, targets).Where(d => !Answers(world, d)).Select(d => $"No provider answers for fault domain '{d}'."),
        ];
    }

    /// <summary>What is less than wanted of a replication group that a protection group names, in words.</summary>
    public static IEnumerable<string> Warnings(World world, ProtectionGroup group, GroupId id)
    {
        if (world.FindGroup(id) is not { } source)
        {
            return [];
        }

        ReplicationGroup[] targets = [.. TargetsAt(world, source, group.RecoverySite)];
        return
        [
            .. Domains(source, targets).Where(d => ProviderDirectory.ActiveFor(world, d) is { Busy: true })
                .Select(d => $"The provider of fault domain '{d}' is busy."),
            .. targets.Where(t => !LinkCheck.IsUp(world, id.FaultDomain, t.Id.FaultDomain))
                .Select(t => $"Fault domains '{id.FaultDomain}' and '{t.Id.FaultDomain}' cannot reach each other."),
        ];
    }

    /// <summary>What is an error of a member's replication groups, in words.</summary>
    public static IEnumerable<string> Errors(World world, ProtectionGroup group, ProtectedMachine member) =>
    [
        .. GroupsOf(world, group, member).SelectMany(id => Errors(world, group, id)).Distinct(),
        .. member.Groups.Except(group.Members.Groups).Select(id => $"The machine is also in replication group '{id}', which the protection group does not have."),
    ];

    /// <summary>What is less than wanted of a member's replication groups and policy, in words.</summary>
    public static IEnumerable<string> Warnings(World world, ProtectionGroup group, ProtectedMachine member) =>
    [
        .. GroupsOf(world, group, member).SelectMany(id => Warnings(world, group, id)).Distinct(),
        .. GroupsOf(world, group, member).Where(id => IsBehind(world, group, member, id)).Select(id => $"Not all devices of the machine in replication group '{id}' have a replica."),
        .. PolicyWarning(world, group, member) is { } warning ? [warning] : Array.Empty<string>(),
    ];

    /// <summary>The replication groups of the protection group that have, or had, a member.</summary>
    public static IEnumerable<GroupId> GroupsOf(World world, ProtectionGroup group, ProtectedMachine member) => group.Members.Groups.Where(id =>
        world.FindGroup(id) is { } found ? found.Members.Any(m => m.Vm == member.Name) : member.Protection?.Groups.Contains(id) == true);

    private static IEnumerable<string> WrongState(ReplicationGroup group, ReplicationState expected) =>
        group.State == expected ? [] : [$"Replication group '{group.Id}' is in the wrong state: {group.State} instead of {expected}."];

    private static IEnumerable<string> Domains(ReplicationGroup source, ReplicationGroup[] targets) =>
        targets.Select(t => t.Id.FaultDomain).Prepend(source.Id.FaultDomain).Distinct();

    private static bool Answers(World world, string domain) =>
        ProviderDirectory.ActiveFor(world, domain) is { } provider && ProviderDirectory.Answers(world, provider);

    private static bool IsBehind(World world, ProtectionGroup group, ProtectedMachine member, GroupId id) =>
        world.FindGroup(id) is { } source
        && TargetsAt(world, source, group.RecoverySite).Any(t => t.Members.Any(m => m.Vm == member.Name && !m.Copied));

    private static string? PolicyWarning(World world, ProtectionGroup group, ProtectedMachine member)
    {
        if (member.Machine?.StoragePolicy is not { } policy)
        {
            return null;
        }

        return world.Recovery.FindMapping(MappingKind.StoragePolicy, policy, group.RecoverySite) is not { } mapping
            ? $"Storage policy '{InventoryNames.Of(world, policy)}' is not mapped."
            : world.Knobs.RejectedPolicies.Contains(mapping.Target)
                ? $"Storage policy '{InventoryNames.Of(world, mapping.Target)}' cannot be associated at site '{group.RecoverySite}'."
            : null;
    }
}
