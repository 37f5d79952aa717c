using System.Globalization;
using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Recovery.Plans.Runs;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Recovery.Plans.Operations;

/// <summary>Starts and finishes the tasks of recovery plans, and ends their runs early.</summary>
public static class PlanTasks
{
    /// <summary>Starts the task of a call.</summary>
    /// <returns>The task, which may have ended already; or the fault of the call, and then there is no task.</returns>
    public static Result<RecoveryPlanTask> Start(World world, PlanCall call)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(call);
        if (call.Command is CreatePlanCommand create)
        {
            return PlanEditing.Check(world, create) is { } unmade ? unmade : Begin(world, call, Protecting.NextId(world, "plan").Id, create.Name);
        }

        if (call is { Command: FindReportsCommand, Plan: null })
        {
            return Begin(world, call, call.Site, call.Site);
        }

        if (world.Recovery.FindPlan(call.Plan!) is not { } plan)
        {
            return new ProtectionNotFound(ProtectionThing.Plan, call.Plan!);
        }

        if (call.Command is FindReportsCommand)
        {
            return Begin(world, call, plan.Id, plan.Name);
        }

        return (Refusal(world, plan, call.Command.Operation) ?? PlanEditing.Check(world, plan, call.Command)) is { } fault
            ? fault
            : Begin(world, call, plan.Id, plan.Name);
    }

    /// <summary>Ends a test or recovery with the step that it is at; the steps after it are not done.</summary>
    /// <returns>The fault when there is no such plan, or nothing that could be cancelled; null when it is done.</returns>
    public static Fault? Cancel(World world, string id)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.Recovery.FindPlan(id) is not { } plan)
        {
            return new ProtectionNotFound(ProtectionThing.Plan, id);
        }

        if (WrongState(world, plan, PlanOperation.Cancel) is { } fault)
        {
            return fault;
        }

        PlanRuns.Cancel(world, plan, WorkingOn(world, id)!);
        return null;
    }

    /// <summary>Lets a run that waits at a prompt go on.</summary>
    /// <param name="world">The world.</param>
    /// <param name="id">The plan.</param>
    /// <param name="prompt">The id of the prompt's callout.</param>
    /// <returns>The fault when nothing waits there; null when it is done.</returns>
    public static Fault? DismissPrompt(World world, string id, string prompt)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.Recovery.FindPlan(id) is not { } plan)
        {
            return new ProtectionNotFound(ProtectionThing.Plan, id);
        }

        if (WrongState(world, plan, PlanOperation.DismissPrompt) is { } fault)
        {
            return fault;
        }

        if (plan.Run?.Current?.Callout?.Id != prompt)
        {
            return new ProtectionNotFound(ProtectionThing.Prompt, prompt);
        }

        PlanRuns.GoOn(world, WorkingOn(world, id)!);
        return null;
    }

    /// <summary>The task that works on a plan now; or null.</summary>
    public static RecoveryPlanTask? WorkingOn(World world, string plan)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.Tasks.WorkingOnPlan(plan);
    }

    /// <summary>Does what a task is for.</summary>
    internal static RecoveryPlanTask Finish(World world, RecoveryPlanTask task)
    {
        if (task.IsRun)
        {
            return PlanRuns.Finish(world, task);
        }

        // It is no obstacle to itself any more.
        RecoveryPlanTask ended = task with { Pending = null, Ended = world.Now };
        if (task.Pending is FindReportsCommand find)
        {
            return ended with { Found = find.Reports };
        }

        world.Put(ended);
        return PlanEditing.Do(world, task) is { } fault ? task.Failed(fault, world.Now) : ended;
    }

    private static Fault? Refusal(World world, RecoveryPlan plan, PlanOperation operation) =>
        WrongState(world, plan, operation) ?? (WorkingOn(world, plan.Id) is { } task ? new ProtectionBusy(task.Id) : null);

    private static Fault? WrongState(World world, RecoveryPlan plan, PlanOperation operation)
    {
        PlanState state = PlanStateLaw.Of(world, plan);
        return PlanRules.Allows(state, operation) ? null : new WrongPlanState(state, operation);
    }

    private static RecoveryPlanTask Begin(World world, PlanCall call, string id, string name)
    {
        long number = DueWork.NextNumber(world);

        // A run begins at once: what takes time are its steps, which are what is to be slow.
        PlanOperation operation = call.Command.Operation;
        TaskPace step = new TaskPace { From = world.Now, Whole = world.Knobs.TaskDuration.RecoveryStep }.Slowed(world.TaskOrder?.Slow ?? 1);
        TaskPace pace = DueWork.PaceOf(world, call.Command is RunCommand ? TimeSpan.Zero : world.Knobs.TaskDuration.RecoveryPlan);
        return DueWork.Begin(world, new RecoveryPlanTask
        {
            Id = DerivedId.Guid(string.Create(CultureInfo.InvariantCulture, $"{world.Info.Seed}|recovery|task|{number}")).ToString(),
            Number = number,
            Created = world.Now,
            Started = pace.From,
            Pace = pace,
            Plan = id,
            PlanName = name,
            Operation = operation,
            StepTime = world.InstantTasks && world.TaskOrder?.Slow is null ? TimeSpan.Zero : step.Whole,
            User = call.User,
            Site = call.Site,
            Pending = call.Command,
        });
    }
}
