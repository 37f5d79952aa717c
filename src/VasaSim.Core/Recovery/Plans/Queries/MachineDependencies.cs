using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;

namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>Which machines are to run before which.</summary>
internal static class MachineDependencies
{
    /// <summary>The machines that are to run before one. Those that nobody protects any more are left out.</summary>
    public static IReadOnlyList<MachineDependency> Of(World world, RecoveryPlan plan, string machine)
    {
        MachineRecovery own = plan.RecoveryOf(machine);
        return [.. own.DependsOn.Select(id => Find(world, id)).OfType<MachineProtection>().Select(p => Describe(world, plan, own, p))];
    }

    /// <summary>What stands against machines running before one: a group has to protect each, and none may have to come after it. Null: nothing.</summary>
    public static Fault? Check(World world, RecoveryPlan plan, string machine, IReadOnlyList<string> dependsOn) =>
        dependsOn.FirstOrDefault(id => Find(world, id) is null) is { } stranger ? new ProtectionNotFound(ProtectionThing.Machine, stranger)
        : HasCycle(plan, machine, dependsOn) ? new DependencyCycle(Find(world, machine)?.MachineName ?? machine)
        : null;

    // Priorities do not matter: they may change.
    private static bool HasCycle(RecoveryPlan plan, string machine, IReadOnlyList<string> dependsOn)
    {
        HashSet<string> seen = [];
        Stack<string> left = new(dependsOn);
        while (left.TryPop(out string? id))
        {
            if (id == machine)
            {
                return true;
            }

            foreach (string next in seen.Add(id) ? plan.RecoveryOf(id).DependsOn : [])
            {
                left.Push(next);
            }
        }

        return false;
    }

    private static MachineProtection? Find(World world, string id) =>
        world.Recovery.Groups.Select(g => world.Recovery.FindProtection(g.Id, id)).FirstOrDefault(p => p is not null);

    private static MachineDependency Describe(World world, RecoveryPlan plan, MachineRecovery own, MachineProtection protection)
    {
        int? priority = plan.Groups.Contains(protection.Group) ? plan.RecoveryOf(protection.Machine).Priority : null;
        return new(
            protection.Machine,
            protection.MachineName,
            world.Recovery.FindGroup(protection.Group)!,
            priority is null ? DependencyStatus.NotInPlan
                : priority > own.Priority ? DependencyStatus.LowerPriority
                : priority < own.Priority ? DependencyStatus.HigherPriority
                : DependencyStatus.Ok,
            priority);
    }
}
