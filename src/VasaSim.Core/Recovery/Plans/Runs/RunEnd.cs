using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;

namespace VasaSim.Core.Recovery.Plans.Runs;

/// <summary>What a run comes to when it goes on no more.</summary>
internal static class RunEnd
{
    // How many reports of runs are kept; the oldest go first.
    private const int KeptReports = 1000;

    /// <summary>Ends it, and keeps a report of it.</summary>
    /// <returns>The task, which has ended.</returns>
    public static RecoveryPlanTask Of(World world, RecoveryPlan plan, PlanRun run, RecoveryPlanTask task)
    {
        PlanStep[] steps = [.. Broken(run.Steps, task.StepError).Select(s => s.IsOver ? s : s with { Status = StepStatus.Cancelled })];
        StepProblem[] errors = [.. steps.SelectMany(s => s.Errors)];
        StepProblem[] warnings = [.. steps.SelectMany(s => s.Warnings)];
        RunResult result = run.Cancelling && steps.Any(s => s.Status == StepStatus.Cancelled) ? RunResult.Cancelled
            : errors.Length > 0 || task.StepError is not null ? RunResult.Errors
            : warnings.Length > 0 ? RunResult.Warnings
            : RunResult.Success;
        world.Put(plan with
        {
            Run = run with
            {
                Steps = steps,
                Cancelling = false,
                Ended = world.Now,
                Result = result,
                Apart = run.Apart || (run is { Kind: RunKind.Recovery, Options.Planned: false } && !ReplicatedPair.AreConnected(world, run.Groups)),
            },
        });
        Report(world, plan, run, result, errors, warnings);
        return result switch
        {
            RunResult.Cancelled => task.Failed(new RunCancelled(), world.Now),
            RunResult.Errors => task.Failed(task.StepError ?? errors[0].Fault, world.Now),
            _ => task with { Pending = null, WaitsFor = [], Ended = world.Now },
        };
    }

    // The error that was asked for is that of the last step that there was something to do in.
    private static IEnumerable<PlanStep> Broken(IReadOnlyList<PlanStep> steps, Fault? error)
    {
        PlanStep? last = error is null ? null : steps.LastOrDefault(s => s.Started is not null);
        return steps.Select(s => s == last ? s with { Status = StepStatus.Error, Errors = [.. s.Errors, new(null, error!)] } : s);
    }

    private static void Report(World world, RecoveryPlan plan, PlanRun run, RunResult result, StepProblem[] errors, StepProblem[] warnings)
    {
        world.Put(new RunReport
        {
            Number = run.Number,
            Plan = plan.Id,
            PlanName = plan.Name,
            User = run.User,
            Kind = run.Kind,
            Started = run.Started,
            Ended = world.Now,
            Result = result,
            Errors = errors,
            Warnings = warnings,
        });
        if (world.Recovery.Reports.Count > KeptReports)
        {
            world.Remove(world.Recovery.Reports[0]);
        }
    }
}
