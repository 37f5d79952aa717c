using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Recovery.Queries;

/// <summary>What there is to be known of protection groups and mappings at the world's time. None changes anything.</summary>
public static class RecoveryQueries
{
    /// <summary>All groups, in the order of making.</summary>
    public static IReadOnlyList<DescribedGroup> Groups(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        GroupRoster roster = new(world);
        return [.. world.Recovery.Groups.Select(g => Describe(world, roster, g))];
    }

    /// <summary>A group with all that is to be told of it.</summary>
    public static DescribedGroup Describe(World world, ProtectionGroup group)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(group);
        return Describe(world, new GroupRoster(world), group);
    }

    /// <summary>The members of a group, in inventory order; those that the vCenter does not have last.</summary>
    public static IReadOnlyList<DescribedMember> Members(World world, ProtectionGroup group)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(group);
        return Members(world, new GroupRoster(world), group);
    }

    /// <summary>What is wrong with the members of a group, one issue each. What runs, and what nobody has set up yet, is no issue.</summary>
    public static IReadOnlyList<ProtectionIssue> Issues(World world, ProtectionGroup group) =>
    [
        .. Members(world, group)
            .Where(m => m.Status.Status is >= ProtectionStatus.Invalid and not (ProtectionStatus.NotConfigured or ProtectionStatus.Ok))
            .Select(m => new ProtectionIssue(
                m.Machine,
                string.Join(' ', m.Status.Errors ?? []),
                m.Status.Status is not (ProtectionStatus.VvolConfigurationWarning or ProtectionStatus.ReplicationWarning))),
    ];

    /// <summary>The replication groups that a group names; none where others replicate.</summary>
    public static IReadOnlyList<DescribedReplicationGroup> ReplicationGroups(World world, ProtectionGroup group)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(group);
        return
        [
            .. group.Members.Groups.Select(id => new DescribedReplicationGroup(
                id, world.FindGroup(id), [.. VvolReplication.Errors(world, group, id)], [.. VvolReplication.Warnings(world, group, id)])),
        ];
    }

    /// <summary>The mappings of what a site has, of a kind, in the order of making.</summary>
    public static IReadOnlyList<InventoryMapping> Mappings(World world, string site, MappingKind kind)
    {
        ArgumentNullException.ThrowIfNull(world);
        return [.. world.Recovery.Mappings.Where(m => m.Site == site && m.Kind == kind)];
    }

    /// <summary>Whether a mapping has a counterpart for the way back, and where that leads; null: nowhere.</summary>
    public static (ReverseMapping Kind, string? Target) ReverseOf(World world, InventoryMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(mapping);
        string? back = world.Recovery.FindMapping(mapping.Kind, mapping.Target, mapping.Site)?.Target;
        return (back is null ? ReverseMapping.No : back == mapping.Source ? ReverseMapping.Yes : ReverseMapping.Different, back);
    }

    private static DescribedGroup Describe(World world, GroupRoster roster, ProtectionGroup group)
    {
        IReadOnlyList<DescribedMember> members = Members(world, roster, group);
        return new()
        {
            Group = group,
            Status = GroupStatusLaw.Of(world, group, members.Select(m => m.Status.Status)),
            Recovery = GroupStatusLaw.RecoveryOf(world, group),
            Members = members,
            FaultDomain = group.Members.Groups is [var first, ..] ? first.FaultDomain : null,
            ArrayPair = group.Members.Datastores is [var datastore, ..] && AbrReplication.PairsOf(world, datastore) is [var pair, ..] ? pair : null,
        };
    }

    private static IReadOnlyList<DescribedMember> Members(World world, GroupRoster roster, ProtectionGroup group) =>
    [
        .. roster.Of(group).Select(m => new DescribedMember(
            m,
            ProtectionStatusLaw.Of(world, group, m),
            m.Machine is { } machine ? RecoveryPlace.Of(world, group, machine, m.Protection?.Settings ?? new()) : null)),
    ];
}
