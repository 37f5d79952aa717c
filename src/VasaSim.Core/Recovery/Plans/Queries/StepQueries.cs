using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Runs;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>What there is to be known of the steps of recovery plans at the world's time. None changes anything.</summary>
public static class StepQueries
{
    /// <summary>Whether a plan's owner can add to the steps of a kind of run.</summary>
    public static bool TakesCallouts(RunKind kind) => kind is RunKind.Test or RunKind.Recovery;

    /// <summary>
    /// Whether the steps of a kind of run are shown in a state: when such a run is possible, runs, or was the last one; those of
    /// tests and recoveries also while the plan can be changed. None to a site that is cut off from a recovery.
    /// </summary>
    public static bool AreShown(RecoveryPlan plan, RunKind kind, PlanState state)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return state != PlanState.RecoveryStarted && (plan.Run?.Kind == kind
            || PlanRules.Allows(state, RunCommand.OperationOf(kind))
            || (TakesCallouts(kind) && PlanRules.Allows(state, PlanOperation.Reconfigure)));
    }

    /// <summary>How much of a step is done, 0 to 100 percent.</summary>
    public static int PercentOf(World world, RecoveryPlan plan, PlanStep step)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(step);
        return step.Status switch
        {
            StepStatus.Inactive or StepStatus.Cancelled => 0,
            not StepStatus.Running => 100,
            _ when step.Tasks.Count > 0 => (int)step.Tasks.Average(id => world.FindTask(id) is { IsRunning: true } task ? task.PercentAt(world.Now) : 100),
            _ => world.Tasks.WorkingOnPlan(plan.Id) is { } run ? ShareOf(run, plan.Run!.Steps.Count, world.Now) : 0,
        };
    }

    /// <summary>The parts of a step of a kind of run: the protection groups of one that replicates, the machines of the others.</summary>
    public static IReadOnlyList<StepPart> Parts(World world, RecoveryPlan plan, RunKind kind, PlanStep step)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(step);
        ProtectionGroup[] groups = [.. plan.Groups.Select(world.Recovery.FindGroup).OfType<ProtectionGroup>()];
        return StorageStep.OperationOf(kind, step.Kind) is not null
            ? [.. groups.Select(g => Part(step, g.Id, g.Name, null, NamesOf(world, g)))]
            : [.. step.Machines.Select(m => Machine(world, plan, groups, step, m))];
    }

    // One that changed places with its placeholder is no machine any more, but is known by its protection.
    // What the run has done of the step that it is at; the steps have the same share of the run. Halves of shares are not whole numbers.
    private static int ShareOf(RecoveryPlanTask run, int steps, DateTimeOffset now) =>
        (int)Math.Clamp(Math.Round(100 - ((run.StepEnd - run.Pace.PercentAt(now)) * steps), 6), 0, 99);

    private static StepPart Machine(World world, RecoveryPlan plan, IEnumerable<ProtectionGroup> groups, PlanStep step, string id)
    {
        MachineProtection? protection = groups.SelectMany(g => world.Recovery.ProtectionsOf(g.Id)).FirstOrDefault(p => p.Machine == id || p.Placeholder?.Id == id);
        string site = world.FindVirtualMachine(id)?.Site ?? (protection is null || protection.Machine == id ? plan.ProtectedSite : plan.RecoverySite);
        return Part(step, id, world.FindVirtualMachine(id)?.Name ?? protection?.MachineName ?? id, site, protection is null ? [id] : [id, protection.Group]);
    }

    // What is wrong with the step as a whole is so with each part.
    private static StepPart Part(PlanStep step, string id, string name, string? site, HashSet<string> names)
    {
        StepProblem[] errors = [.. step.Errors.Where(IsAbout)];
        StepProblem[] warnings = [.. step.Warnings.Where(IsAbout)];
        return new StepPart
        {
            Id = id,
            Name = name,
            Site = site,
            Status = step.Status is not (StepStatus.Error or StepStatus.Warning) ? step.Status
                : errors.Length > 0 ? StepStatus.Error
                : warnings.Length > 0 ? StepStatus.Warning
                : StepStatus.Success,
            Errors = errors,
            Warnings = warnings,
        };

        bool IsAbout(StepProblem problem) => problem.What is null || names.Contains(problem.What);
    }

    private static HashSet<string> NamesOf(World world, ProtectionGroup group) =>
    [
        group.Id,
        .. ReplicatedPair.Of(world, group).SelectMany(p => new[] { p.Source.Id.ToString(), p.Target.Id.ToString() }),
        .. group.Members.Machines.Select(m => HbrReplication.Of(world, group, m)?.Id).OfType<string>(),
    ];
}
