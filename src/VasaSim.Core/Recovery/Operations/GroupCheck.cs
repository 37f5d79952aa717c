using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Operations;

/// <summary>What stands against a group being as a caller wants it.</summary>
internal static class GroupCheck
{
    /// <summary>Whether another group has the name.</summary>
    public static Fault? Name(World world, string name, string? except) =>
        world.Recovery.Groups.Any(g => g.Name == name && g.Id != except) ? new NameInUse(name) : null;

    /// <summary>Whether all that a group names is at its site, replicated to the other, and in no other group.</summary>
    public static Fault? Members(World world, ProtectionGroup group)
    {
        GroupMembers members = group.Members;
        IReadOnlyList<Fault?> faults = members.Kind switch
        {
            ReplicationKind.Vvol => [.. members.Groups.Select(id => Group(world, group, id))],
            ReplicationKind.Hbr => [.. members.Machines.Select(id => Machine(world, group, id))],
            _ => [.. members.Datastores.Select(id => Datastore(world, group, id))],
        };
        return faults.Count == 0 ? new InvalidArgument("members") : faults.FirstOrDefault(f => f is not null);
    }

    private static Fault? Group(World world, ProtectionGroup wanted, GroupId id)
    {
        if (world.FindGroup(id) is not { } group || VvolReplication.SiteOf(world, id.FaultDomain) != wanted.ProtectedSite)
        {
            return new ProtectionNotFound(ProtectionThing.ReplicationGroup, id.ToString());
        }

        return Taken(world, wanted, id.ToString(), m => m.Groups.Contains(id))
            ?? (VvolReplication.TargetsAt(world, group, wanted.RecoverySite).Any() ? null : new NotReplicated(id.ToString()));
    }

    private static Fault? Machine(World world, ProtectionGroup wanted, string id) =>
        world.FindVirtualMachine(id)?.Site != wanted.ProtectedSite ? new ProtectionNotFound(ProtectionThing.Machine, id)
        : Taken(world, wanted, id, m => m.Machines.Contains(id))
            ?? (HbrReplication.Of(world, wanted, id) is null ? new NotReplicated(id) : null);

    private static Fault? Datastore(World world, ProtectionGroup wanted, string id) =>
        world.FindDatastore(id)?.Site != wanted.ProtectedSite ? new ProtectionNotFound(ProtectionThing.Datastore, id)
        : Taken(world, wanted, id, m => m.Datastores.Contains(id))
            ?? (AbrReplication.IsReplicated(world, id) ? null : new NotReplicated(id));

    private static Fault? Taken(World world, ProtectionGroup wanted, string what, Func<GroupMembers, bool> has) =>
        world.Recovery.Groups.FirstOrDefault(g => g.Id != wanted.Id && has(g.Members)) is { } other ? new AlreadyProtected(what, other.Name) : null;
}
