using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Recovery.Plans.Runs;

/// <summary>
/// Takes the runs of plans from step to step. A step takes its time, or it waits for tasks or for somebody; in each case the
/// run goes on when that is over, and nobody asks in between.
/// </summary>
internal static class PlanRuns
{
    private const double AllOfIt = 100;

    private static readonly TimeSpan _forever = TimeSpan.FromTicks(TaskPace.Never.UtcTicks);

    /// <summary>Does what a run's task has to do now: begins the run, or ends the step that it is at and begins the next.</summary>
    public static RecoveryPlanTask Finish(World world, RecoveryPlanTask task)
    {
        if (world.Recovery.FindPlan(task.Plan) is not { } plan)
        {
            return task.Failed(new ProtectionNotFound(ProtectionThing.Plan, task.Plan), world.Now);
        }

        if (task.Begun)
        {
            CompleteTasks(world, task);
            EndStep(world, task);
            return Go(world, task);
        }

        PlanState state = PlanStateLaw.Of(world, plan);
        if (!PlanRules.Allows(state, task.Operation))
        {
            return task.Failed(new WrongPlanState(state, task.Operation), world.Now);
        }

        RecoveryPlanTask begun = task with { Begun = true };
        world.Put(begun);
        Begin(world, plan, begun, (RunCommand)task.Pending!);
        return Go(world, begun);
    }

    /// <summary>Tells the run that waits for a task, if one does, that it has ended.</summary>
    public static void Hear(World world, ServiceTask ended)
    {
        if (world.Tasks.Awaiting(ended.Id) is not { } task)
        {
            return;
        }

        Collect(world, task.Plan, ended);
        RecoveryPlanTask left = task with { WaitsFor = [.. task.WaitsFor.Where(id => id != ended.Id)] };
        if (left.WaitsFor.Count == 0)
        {
            GoOn(world, left);
        }
        else
        {
            world.Put(left);
        }
    }

    /// <summary>Ends a run with the step that it is at, or at once where it waits for somebody.</summary>
    public static void Cancel(World world, RecoveryPlan plan, RecoveryPlanTask task)
    {
        bool waits = plan.Run!.Current is { Callout.Kind: CalloutKind.Prompt };
        world.Put(plan with { Run = plan.Run with { Cancelling = true } });
        if (waits)
        {
            GoOn(world, task);
        }
    }

    /// <summary>Lets a run go on, unless a tester holds it.</summary>
    public static void GoOn(World world, RecoveryPlanTask task)
    {
        DueWork.Settle(world, task with { Waits = false, Pace = task.Pace.RebasedAt(world.Now) with { Whole = TimeSpan.Zero } });
    }

    private static void Begin(World world, RecoveryPlan plan, RecoveryPlanTask task, RunCommand command)
    {
        RunOptions options = command.Options;
        world.Put(plan with
        {
            Run = new PlanRun
            {
                Kind = command.Kind,
                Options = options,
                Task = task.Id,
                Number = Recovery.Operations.Protecting.NextNumber(world),
                User = task.User,
                Started = world.Now,

                // Those that another plan reprotected already are not this one's any more.
                Groups = [.. plan.Groups.Where(g => world.Recovery.FindGroup(g)?.ProtectedSite == plan.ProtectedSite)],
                Steps = StepList.Of(world, plan, command.Kind),
                Apart = command.Kind == RunKind.Recovery && !options.Planned
                    && (options.SkipProtectedSite || !ReplicatedPair.AreConnected(world, plan.Groups)),
            },
        });
    }

    // Somebody wants the task to end now: so do those that it waits for.
    private static void CompleteTasks(World world, RecoveryPlanTask task)
    {
        if (task.WaitsFor.Count > 0)
        {
            world.Put(task with { WaitsFor = [] });
            foreach (ServiceTask awaited in task.WaitsFor.Select(world.FindTask).OfType<ServiceTask>())
            {
                Collect(world, task.Plan, DueWork.Complete(world, awaited));
            }
        }
    }

    private static void Collect(World world, string id, ServiceTask ended)
    {
        if (Step(world, id) is { } step)
        {
            Put(world, id, ended switch
            {
                ReplicationTask task => StorageStep.Told(step, task),
                CloudTask task => SingleStep.Told(step, task),
                _ => step,
            });
        }
    }

    private static void EndStep(World world, RecoveryPlanTask task)
    {
        if (Step(world, task.Plan) is not { } step)
        {
            return;
        }

        RecoveryPlan plan = world.Recovery.FindPlan(task.Plan)!;
        PlanRun run = plan.Run!;
        bool dropped = run.Cancelling && step.Callout is { Kind: CalloutKind.Prompt };
        PlanStep ended = Judged(run, dropped || step.Tasks.Count > 0 ? step : MachineStep.Do(world, plan, run, step));
        Put(world, task.Plan, ended with { Status = dropped ? StepStatus.Cancelled : ended.Status, Ended = world.Now });
    }

    // Where a run goes on whatever happens, what went wrong is but a warning.
    private static PlanStep Judged(PlanRun run, PlanStep step)
    {
        bool tolerated = run.Options.Forced || (run is { Kind: RunKind.Recovery, Options.Planned: false }
            && step.Kind is StepKind.PresyncStorage or StepKind.ShutDownMachines or StepKind.PrepareProtectedStorage or StepKind.SyncStorage);
        PlanStep judged = tolerated ? step with { Errors = [], Warnings = [.. step.Errors, .. step.Warnings] } : step;
        return judged with
        {
            Status = judged.Errors.Count > 0 ? StepStatus.Error : judged.Warnings.Count > 0 ? StepStatus.Warning : StepStatus.Success,
        };
    }

    // Begins step after step until one takes time.
    private static RecoveryPlanTask Go(World world, RecoveryPlanTask task)
    {
        while (true)
        {
            RecoveryPlan plan = world.Recovery.FindPlan(task.Plan)!;
            PlanRun run = plan.Run!;
            int next = run.Steps.TakeWhile(s => s.IsOver).Count();
            if (run.Cancelling || IsStopped(run) || task.StepError is not null || task.StepEnd >= AllOfIt)
            {
                return RunEnd.Of(world, plan, run, task);
            }

            // What was asked for after the last step that there was something to do in happens at the end.
            if (next < run.Steps.Count)
            {
                PlanStep step = BeginStep(world, plan, run, run.Steps[next]);
                Put(world, task.Plan, step, next);
                if (step.IsOver)
                {
                    continue;
                }
            }

            task = At(world, task, next);
            if (task.Due > world.Now)
            {
                return task;
            }

            EndStep(world, task);
        }
    }

    // The task at a step of its run that has begun, or behind the last one.
    private static RecoveryPlanTask At(World world, RecoveryPlanTask task, int index)
    {
        IReadOnlyList<PlanStep> steps = world.Recovery.FindPlan(task.Plan)!.Run!.Steps;
        PlanStep? step = steps.ElementAtOrDefault(index);
        string[] awaited = [.. (step?.Tasks ?? []).Where(id => world.FindTask(id) is { IsRunning: true })];
        bool waits = awaited.Length > 0 || step?.Callout is { Kind: CalloutKind.Prompt };
        TimeSpan time = step is null or { Tasks.Count: > 0 } ? TimeSpan.Zero : task.StepTime;
        double from = step is null ? task.StepEnd : PercentAt(index);

        // A stop that is still to come may be meant for a step that there was nothing to do in.
        TaskHold? hold = task.Pace.Hold is { } coming && coming.Percent >= task.StepEnd ? coming with { Percent = Math.Max(coming.Percent, from) } : null;
        return task with
        {
            WaitsFor = awaited,
            Waits = waits,
            StepEnd = PercentAt(index + 1),
            Pace = new TaskPace { From = world.Now, Done = from, Whole = waits ? _forever : time, Hold = hold }.Slowed(waits ? 1 : steps.Count),
        };

        double PercentAt(int step) => Math.Min(AllOfIt, AllOfIt * step / steps.Count);
    }

    private static PlanStep BeginStep(World world, RecoveryPlan plan, PlanRun run, PlanStep step)
    {
        PlanStep begun = step with { Status = StepStatus.Running, Started = world.Now };
        if (!IsNeeded(plan, run, step))
        {
            return step with { Status = StepStatus.Skipped };
        }

        if (StorageStep.OperationOf(run.Kind, step.Kind) is not { } operation)
        {
            return begun;
        }

        PlanStep called = SingleStep.Begin(world, run, StorageStep.Begin(world, plan, run, begun, operation), operation);
        return called.IsOver || (called.Tasks.Count == 0 && called.Errors.Count > 0)
            ? (called.IsOver ? called : Judged(run, called)) with { Ended = world.Now }
            : called;
    }

    private static bool IsNeeded(RecoveryPlan plan, PlanRun run, PlanStep step) => step.Kind switch
    {
        StepKind.PresyncStorage or StepKind.SyncStorage => !run.Apart && (run.Options.Planned || run.Options.SyncData),
        StepKind.ShutDownMachines or StepKind.PrepareProtectedStorage => !run.Apart,
        StepKind.SuspendMachines or StepKind.ResumeMachines => plan.Suspended.Count > 0,
        >= StepKind.RecoverPriority1 and <= StepKind.RecoverPriority5 => step.Machines.Count > 0,
        _ => true,
    };

    // A test and a planned recovery do not go on with less than all; the others do what they can.
    private static bool IsStopped(PlanRun run) =>
        run is { Kind: RunKind.Test } or { Kind: RunKind.Recovery, Options.Planned: true } && run.Steps.Any(s => s.Status == StepStatus.Error);

    private static PlanStep? Step(World world, string plan) => world.Recovery.FindPlan(plan)?.Run?.Current;

    private static void Put(World world, string plan, PlanStep step) =>
        Put(world, plan, step, world.Recovery.FindPlan(plan)!.Run!.Steps.TakeWhile(s => s.Status != StepStatus.Running).Count());

    private static void Put(World world, string id, PlanStep step, int index)
    {
        RecoveryPlan plan = world.Recovery.FindPlan(id)!;
        world.Put(plan with { Run = plan.Run! with { Steps = [.. plan.Run.Steps.Select((s, i) => i == index ? step : s)] } });
    }
}
