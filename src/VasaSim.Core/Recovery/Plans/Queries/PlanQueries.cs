using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Runs;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>What there is to be known of recovery plans at the world's time. None changes anything.</summary>
public static class PlanQueries
{
    /// <summary>The state of a plan.</summary>
    /// <param name="world">The world.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="seenFrom">The site that asks: a protected site that is cut off knows little of what the other does. Null: one that knows all.</param>
    public static PlanState StateOf(World world, RecoveryPlan plan, string? seenFrom = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(plan);
        return PlanStateLaw.Of(world, plan, seenFrom);
    }

    /// <summary>Whether a run of a plan runs.</summary>
    public static bool IsRunning(World world, RecoveryPlan plan)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(plan);
        return world.Tasks.WorkingOnPlan(plan.Id) is { IsRun: true, Begun: true };
    }

    /// <summary>How much of a plan's run, or of its last one, is done, 0 to 100 percent; 0 where there was none.</summary>
    public static int PercentOf(World world, RecoveryPlan plan)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(plan);
        return world.Tasks.WorkingOnPlan(plan.Id) is { IsRun: true, Begun: true } task ? task.PercentAt(world.Now) : plan.Run?.Percent ?? 0;
    }

    /// <summary>The machines that a plan recovers, by the order of its groups and of the inventory, and how far it is with each.</summary>
    public static IReadOnlyList<(PlanMachine Machine, PlanMachineStatus Status)> Machines(World world, RecoveryPlan plan) =>
        [.. PlanMachine.Of(world, plan).Select(m => (m, PlanMachineLaw.Of(world, plan, m)))];

    /// <summary>The networks that tests use: the plan's own, then those of its recovery site where its machines come to and it has none.</summary>
    public static IReadOnlyList<UsedTestNetwork> TestNetworks(World world, RecoveryPlan plan)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(plan);
        IEnumerable<string> used = plan.Groups.Select(world.Recovery.FindGroup).OfType<ProtectionGroup>()
            .SelectMany(g => RecoveryQueries.Describe(world, g).Members)
            .SelectMany(m => m.Place?.Networks.Values ?? []).Distinct().Order(StringComparer.Ordinal);
        return
        [
            .. plan.TestNetworks.Select(n => new UsedTestNetwork(DerivedId.Guid($"{plan.Id}|{n.Target}").ToString(), n.Target, n.Test)),
            .. used.Where(n => plan.TestNetworks.All(own => own.Target != n))
                .Select(n => world.Recovery.FindMapping(MappingKind.TestNetwork, n, plan.RecoverySite)).OfType<InventoryMapping>()
                .Select(m => new UsedTestNetwork(m.Id, m.Source, m.Target)),
        ];
    }

    /// <summary>How far a plan is with one of its machines.</summary>
    public static PlanMachineStatus StatusOf(World world, RecoveryPlan plan, PlanMachine machine)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(machine);
        return PlanMachineLaw.Of(world, plan, machine);
    }

    /// <summary>The machines that are to run before one of a plan's, in the order they were named.</summary>
    public static IReadOnlyList<MachineDependency> Dependencies(World world, RecoveryPlan plan, string machine)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(plan);
        return MachineDependencies.Of(world, plan, machine);
    }

    /// <summary>What stands against machines running before one of a plan's; null: nothing.</summary>
    public static Fault? CheckDependencies(World world, RecoveryPlan plan, string machine, IReadOnlyList<string> dependsOn)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(dependsOn);
        return MachineDependencies.Check(world, plan, machine, dependsOn);
    }

    /// <summary>The plan whose run was the last one about a group, since its sites last changed their roles for another plan; null: none was.</summary>
    public static RecoveryPlan? LastRunOn(World world, ProtectionGroup group)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(group);
        return world.Recovery.Plans.Where(p => p.Run?.Groups.Contains(group.Id) == true).MaxBy(p => p.Run!.Number);
    }

    /// <summary>
    /// The steps of a kind of run: those of the plan's run, or its last one, when it is of the kind; else those that one would
    /// have now. That is also so for tests and recoveries of a plan that can be changed, whose next run may have others than
    /// the last. Of a run that was interrupted the step that ran is cancelled.
    /// </summary>
    public static IReadOnlyList<PlanStep> Steps(World world, RecoveryPlan plan, RunKind kind)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Run is not { } run || run.Kind != kind || (StepQueries.TakesCallouts(kind) && PlanRules.Allows(StateOf(world, plan), PlanOperation.Reconfigure))
            ? StepList.Of(world, plan, kind)
            : IsRunning(world, plan) ? run.Steps
            : [.. run.Steps.Select(s => s.Status == StepStatus.Running ? s with { Status = StepStatus.Cancelled } : s)];
    }

    /// <summary>The prompt that a plan's run waits at, or null.</summary>
    public static PlanStep? Prompt(World world, RecoveryPlan plan) =>
        IsRunning(world, plan) && plan.Run!.Current is { Callout.Kind: CalloutKind.Prompt } step ? step : null;

    /// <summary>What is kept of the runs of a plan, or of all, that began in a stretch of time; newest last.</summary>
    public static IReadOnlyList<RunReport> Reports(World world, string? plan, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(world);
        return [.. world.Recovery.Reports.Where(r => (plan is null || r.Plan == plan) && r.Started >= from && r.Started <= to)];
    }
}
