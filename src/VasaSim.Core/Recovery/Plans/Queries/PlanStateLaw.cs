using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>
/// The state of a plan: what runs, then what stands against it, then what its last run left, then what its groups are. Only
/// the run is kept; all else is looked at where it is.
/// </summary>
internal static class PlanStateLaw
{
    /// <summary>The state.</summary>
    /// <param name="world">The world.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="seenFrom">The site that asks; null: the recovery site, or one that knows all.</param>
    public static PlanState Of(World world, RecoveryPlan plan, string? seenFrom = null)
    {
        RecoveryPlanTask? task = world.Tasks.WorkingOnPlan(plan.Id);
        if (IsAfar(world, plan, seenFrom))
        {
            return PlanState.RecoveryStarted;
        }

        if (task is { Operation: PlanOperation.Delete })
        {
            return PlanState.Deleting;
        }

        if (task is { IsRun: true, Begun: true } && plan.Run is { } running)
        {
            return WhileRunning(running);
        }

        if (plan.Groups.Count == 0)
        {
            return PlanState.NoProtectionGroups;
        }

        return plan.ChangedApart.Count > 1 && ReplicatedPair.AreConnected(world, plan.Groups) ? PlanState.SyncConflict
            : world.Recovery.Plans.Any(p => p.Id != plan.Id && p.Groups.Intersect(plan.Groups).Any() && Holds(world, p)) ? PlanState.ProtectionGroupsInUse
            : AfterRun(world, plan) ?? ByGroups(world, plan);
    }

    /// <summary>Whether a run of the plan runs, or its test is not cleaned up.</summary>
    public static bool Holds(World world, RecoveryPlan plan) =>
        world.Tasks.WorkingOnPlan(plan.Id) is { IsRun: true } || AfterRun(world, plan) is
            PlanState.TestComplete or PlanState.TestInterrupted or PlanState.CleanupIncomplete or PlanState.CleanupInterrupted;

    // A site that is cut off knows of a run of the other one no more than that there is one.
    private static bool IsAfar(World world, RecoveryPlan plan, string? seenFrom) =>
        seenFrom == plan.ProtectedSite && plan.Run is { Kind: RunKind.Recovery, LeftNoTrace: false } && !ReplicatedPair.AreConnected(world, plan.Groups);

    private static PlanState WhileRunning(PlanRun run) =>
        run.Cancelling ? PlanState.CancelInProgress
        : run.Current is { Callout.Kind: CalloutKind.Prompt } ? PlanState.WaitingForUserInput
        : run.Kind switch
        {
            RunKind.Test => PlanState.TestInProgress,
            RunKind.Cleanup => PlanState.CleanupInProgress,
            RunKind.Recovery => PlanState.RecoveryInProgress,
            _ => PlanState.ReprotectInProgress,
        };

    private static PlanState? AfterRun(World world, RecoveryPlan plan)
    {
        if (plan.Run is not { LeftNoTrace: false } run)
        {
            return null;
        }

        bool interrupted = run.Ended is null;
        bool failed = run.Result is RunResult.Errors or RunResult.Cancelled;
        return run.Kind switch
        {
            RunKind.Test => interrupted ? PlanState.TestInterrupted : PlanState.TestComplete,
            RunKind.Cleanup => interrupted ? PlanState.CleanupInterrupted : failed ? PlanState.CleanupIncomplete : null,
            RunKind.Reprotect => interrupted ? PlanState.ReprotectInterrupted : failed ? PlanState.IncompleteReprotect : null,

            // Where a group was reprotected or reversed since, it is the groups that tell.
            _ => plan.Groups.Select(world.Recovery.FindGroup).OfType<ProtectionGroup>().Any(g => g.ProtectedSite != plan.ProtectedSite
                || GroupStatusLaw.RecoveryOf(world, g) == RecoveryStatus.PartiallyReprotected) ? null
                : interrupted ? PlanState.RecoveryInterrupted
                : failed ? PlanState.IncompleteRecovery
                : !run.Apart ? null
                : ReplicatedPair.AreConnected(world, plan.Groups) ? PlanState.RecoverySplitBrain : PlanState.DisasterRecoveryComplete,
        };
    }

    private static PlanState ByGroups(World world, RecoveryPlan plan)
    {
        ProtectionGroup?[] groups = [.. plan.Groups.Select(world.Recovery.FindGroup)];
        RecoveryStatus[] here = [.. groups.OfType<ProtectionGroup>().Where(g => g.ProtectedSite == plan.ProtectedSite).Select(g => GroupStatusLaw.RecoveryOf(world, g))];
        int elsewhere = groups.OfType<ProtectionGroup>().Count(g => g.ProtectedSite != plan.ProtectedSite);
        int recovered = here.Count(s => s == RecoveryStatus.RecoveryComplete);
        bool partly = here.Contains(RecoveryStatus.PartiallyRecovered);
        return groups.Contains(null) || here.Contains(RecoveryStatus.Unknown) ? PlanState.UnknownState
            : here.Contains(RecoveryStatus.PartiallyReprotected) || (elsewhere > 0 && recovered > 0) ? PlanState.PartialReprotect
            : elsewhere > 0 ? PlanState.DirectionError
            : recovered == groups.Length ? PlanState.RecoveryComplete
            : recovered > 0 || partly ? PlanState.PartialRecovery
            : PlanState.ReadyState;
    }
}
