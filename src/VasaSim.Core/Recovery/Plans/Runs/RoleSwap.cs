using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Plans.Runs;

/// <summary>Changes the roles of the two sites of a group whose replication was reversed, and of the plans that have only such groups.</summary>
internal static class RoleSwap
{
    /// <summary>Lets groups name a replication group by its new id, which it got when it was reversed.</summary>
    public static void Renamed(World world, GroupId before, GroupId now)
    {
        foreach (ProtectionGroup group in world.Recovery.Groups.Where(g => g.Members.Groups.Contains(before)).ToArray())
        {
            world.Put(group with { Members = group.Members with { Groups = [.. group.Members.Groups.Select(g => g == before ? now : g)] } });
        }
    }

    /// <summary>Changes the roles, when all of a group is reversed.</summary>
    /// <returns>False, and nothing is done, when it is not.</returns>
    public static bool Try(World world, string id)
    {
        if (world.Recovery.FindGroup(id) is not { } group || !IsReversed(world, group))
        {
            return false;
        }

        IReadOnlyList<ProtectedMachine> members = new GroupRoster(world).Of(group);
        Dictionary<GroupId, GroupId> sources = ReplicatedPair.Of(world, group).ToDictionary(p => p.Named, p => p.Source.Id);
        ProtectionGroup swapped = group with
        {
            ProtectedSite = group.RecoverySite,
            RecoverySite = group.ProtectedSite,
            Members = group.Members with
            {
                Groups = [.. group.Members.Groups.Select(g => sources[g])],
                Machines = [.. group.Members.Machines.Select(m => HbrReplication.BackOf(world, group, m)!.Machine)],
            },
        };
        (ProtectedMachine Member, string Now)[] recovered =
        [
            .. members.Where(m => m.Protection is { Placeholder: not null })
                .Select(m => (m, HbrReplication.BackOf(world, group, m.Id)?.Machine ?? m.Protection!.Placeholder!.Id)),
        ];
        world.Put(swapped);
        foreach ((ProtectedMachine member, string now) in recovered)
        {
            Swap(world, swapped, member, member.Protection!, now);
        }

        foreach (RecoveryPlan plan in world.Recovery.Plans.Where(p => p.Groups.Contains(id)).ToArray())
        {
            Follow(world, plan);
        }

        return true;
    }

    private static bool IsReversed(World world, ProtectionGroup group) => group.Members.Kind switch
    {
        ReplicationKind.Vvol => ReplicatedPair.Of(world, group).Count(p => p.Reversed) == group.Members.Groups.Count,
        ReplicationKind.Hbr => group.Members.Machines.All(m => HbrReplication.BackOf(world, group, m) is not null),
        _ => false,
    };

    // The machine of before stands for the recovered one, and that goes back to where it was.
    private static void Swap(World world, ProtectionGroup group, ProtectedMachine member, MachineProtection protection, string now)
    {
        world.Remove(protection);
        VirtualMachine? recovered = world.FindVirtualMachine(now);
        MachineProtection swapped = protection with
        {
            Machine = now,
            Groups = [.. group.Members.Groups.Where(g => world.FindGroup(g)!.Members.Any(m => m.Vm == member.Name))],
            Settings = BackTo(member.Machine, recovered),
            Placeholder = member.Machine is { } before ? new Placeholder(before.Id, before.Datastore, before.Folder, before.ResourcePool) : null,
            PlaceholderError = null,
            Version = 1,
        };
        world.Put(swapped.Placeholder is null && recovered is not null ? Protecting.Placed(world, group, recovered, swapped) : swapped);
        if (member.Machine is { } old && recovered is not null)
        {
            world.Remove(old);
        }

        foreach (RecoveryPlan plan in world.Recovery.Plans.Where(p => p.Machines.Any(m => m.Machine == member.Id || m.DependsOn.Contains(member.Id))).ToArray())
        {
            string Now(string id) => id == member.Id ? now : id;
            world.Put(plan with { Machines = [.. plan.Machines.Select(m => m with { Machine = Now(m.Machine), DependsOn = [.. m.DependsOn.Select(Now)] })] });
        }
    }

    private static ProtectionSettings BackTo(VirtualMachine? before, VirtualMachine? recovered) => before is null || recovered is null ? new() : new()
    {
        Folder = before.Folder,
        ResourcePool = before.ResourcePool,
        Networks = recovered.Networks.Zip(before.Networks).DistinctBy(n => n.First).ToDictionary(n => n.First, n => n.Second),
    };

    private static void Follow(World world, RecoveryPlan plan)
    {
        if (!plan.Groups.All(g => world.Recovery.FindGroup(g)?.ProtectedSite == plan.RecoverySite))
        {
            return;
        }

        // What another plan's last run left is not so any more.
        world.Put(plan with
        {
            ProtectedSite = plan.RecoverySite,
            RecoverySite = plan.ProtectedSite,
            TestNetworks = [],
            Suspended = [],
            Run = world.Tasks.WorkingOnPlan(plan.Id) is { IsRun: true } ? plan.Run : null,
        });
    }
}
