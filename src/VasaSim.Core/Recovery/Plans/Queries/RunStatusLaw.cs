using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>How far a protection group is with its recovery, as far as the runs of plans tell.</summary>
internal static class RunStatusLaw
{
    /// <summary>What a run that has the group is at; null: none runs.</summary>
    public static RecoveryStatus? WhileRunning(World world, ProtectionGroup group) =>
        RunsOf(world, group).Where(p => world.Tasks.WorkingOnPlan(p.Id) is { IsRun: true, Begun: true }).Select(p => p.Run!.Kind switch
        {
            RunKind.Test => RecoveryStatus.TestInProgress,
            RunKind.Cleanup => RecoveryStatus.Cleanup,
            RunKind.Recovery => RecoveryStatus.RecoveryInProgress,
            _ => (RecoveryStatus?)RecoveryStatus.ReprotectInProgress,
        }).FirstOrDefault();

    /// <summary>What the last run that had the group left, for groups whose replication does not tell.</summary>
    public static RecoveryStatus AfterRun(World world, ProtectionGroup group)
    {
        if (RunsOf(world, group).Select(p => p.Run!).MaxBy(r => r.Number) is not { LeftNoTrace: false } run)
        {
            return RecoveryStatus.Ready;
        }

        bool done = run.Result is RunResult.Success or RunResult.Warnings;
        return run.Kind switch
        {
            RunKind.Test => RecoveryStatus.TestComplete,
            RunKind.Cleanup => done ? RecoveryStatus.Ready : RecoveryStatus.TestComplete,
            RunKind.Recovery => done ? RecoveryStatus.RecoveryComplete : RecoveryStatus.PartiallyRecovered,
            _ => done ? RecoveryStatus.Ready : RecoveryStatus.PartiallyReprotected,
        };
    }

    private static IEnumerable<RecoveryPlan> RunsOf(World world, ProtectionGroup group) =>
        world.Recovery.Plans.Where(p => p.Run?.Groups.Contains(group.Id) == true);
}
