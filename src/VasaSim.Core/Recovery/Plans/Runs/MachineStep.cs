using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Plans.Runs;

/// <summary>What a step about machines does to them at its end.</summary>
internal static class MachineStep
{
    /// <summary>Does it.</summary>
    /// <returns>The step with what went wrong.</returns>
    public static PlanStep Do(World world, RecoveryPlan plan, PlanRun run, PlanStep step)
    {
        switch (step.Kind)
        {
            case StepKind.ShutDownMachines when !ReplicatedPair.AreConnected(world, run.Groups):
                return step with { Errors = [new(null, new PeerNotReachable())] };
            case StepKind.ShutDownMachines:
                Unbind(world, ReplicatedPair.Of(world, run.Groups).Select(p => p.Source));
                return step;
            case StepKind.PowerOffTestMachines:
                Unbind(world, ReplicatedPair.Of(world, run.Groups).Select(p => p.Target).Where(t => t.State == ReplicationState.InTest));
                return step;
            case >= StepKind.RecoverPriority1 and <= StepKind.RecoverPriority5:
                foreach (PlanMachine machine in PlanMachine.Of(world, plan).Where(m => step.Machines.Contains(m.Id)))
                {
                    Recover(world, plan, run, machine);
                }

                return step;
            case StepKind.CreatePlaceholders:
                return step with
                {
                    Errors = [.. run.Groups.Where(g => !RoleSwap.Try(world, g)).Select(g => world.Recovery.FindGroup(g)?.Name ?? g).Select(name => new StepProblem(name, new NotReversed(name)))],
                };
            default:
                return step;
        }
    }

    // What could not be made usable is told of by the step that was to do so.
    private static void Recover(World world, RecoveryPlan plan, PlanRun run, PlanMachine machine)
    {
        ReplicatedPair[] pairs = [.. ReplicatedPair.Of(world, machine.Group).Where(p => p.Target.Members.Any(m => m.Vm == machine.Member.Name))];
        bool usable = pairs.All(p => p.Reversed || p.Target.State is ReplicationState.InTest or ReplicationState.FailedOver);
        if (!usable)
        {
            return;
        }

        if (plan.RecoveryOf(machine.Id).PowerOn)
        {
            foreach (ReplicationGroup target in pairs.Where(p => !p.Reversed).Select(p => world.FindGroup(p.Target.Id)!))
            {
                world.Put(target with
                {
                    Members = [.. target.Members.Select(m => m.Vm == machine.Member.Name && m.Recovered is not null ? m with { Bound = true } : m)],
                });
            }
        }

        // Of a machine with a replication of its own that has made a machine already.
        if (run.Kind == RunKind.Recovery && machine.Group.Members.Kind != ReplicationKind.Hbr && machine.Member is { Machine: { } before, Protection: { Placeholder: { } placeholder } })
        {
            string? datastore = pairs.SelectMany(p => p.Target.Members).FirstOrDefault(m => m.Vm == machine.Member.Name)?.Datastore;
            Register(world, machine.Group, before, placeholder, datastore ?? placeholder.Datastore);
        }
    }

    // The recovered machine takes the place of its placeholder.
    private static void Register(World world, ProtectionGroup group, VirtualMachine before, Placeholder placeholder, string datastore)
    {
        if (world.FindVirtualMachine(placeholder.Id) is not null)
        {
            return;
        }

        MachineProtection protection = world.Recovery.FindProtection(group.Id, before.Id)!;
        RecoveryPlace place = RecoveryPlace.Of(world, group, before, protection.Settings);
        world.Put(before with
        {
            Id = placeholder.Id,
            Site = group.RecoverySite,
            Host = protection.Settings.Host ?? world.Hosts.FirstOrDefault(h => h.Site == group.RecoverySite)?.Id ?? before.Host,
            Datastore = datastore,
            Folder = placeholder.Folder,
            ResourcePool = placeholder.ResourcePool,
            Networks = [.. place.Networks.Values],
            StoragePolicy = before.StoragePolicy is { } policy ? world.Recovery.FindMapping(MappingKind.StoragePolicy, policy, group.RecoverySite)?.Target : null,
        });
    }

    private static void Unbind(World world, IEnumerable<ReplicationGroup> groups)
    {
        foreach (ReplicationGroup group in groups.Where(g => g.Members.Any(m => m.Bound)).ToArray())
        {
            world.Put(group with { Members = [.. group.Members.Select(m => m with { Bound = false })] });
        }
    }
}
