using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;

namespace VasaSim.Core.Replication;

/// <summary>
/// Starts and finishes replication tasks. Every call gets an answer: a fault of the call, or a
/// task with one outcome per group. Groups succeed and fail one by one; none undoes another.
/// </summary>
public static class ReplicationTasks
{
    /// <summary>Starts the task of a call.</summary>
    /// <returns>The task, which may have ended already; or the fault of the call as a whole.</returns>
    public static Result<ReplicationTask> Start(World world, ReplicationCommand command)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(command);
        Provider provider = world.FindProvider(command.Provider)
            ?? throw new ArgumentException($"There is no provider {command.Provider}.", nameof(command));
        if (Refusal(world, provider, command) is { } refusal)
        {
            return world.Knobs.TaskFaultDelivery == TaskFaultDelivery.Call ? refusal : Begin(world, command, refusal);
        }

        return Begin(world, command, null);
    }

    /// <summary>The task that works on a group now, or null.</summary>
    public static ReplicationTask? WorkingOn(World world, GroupId group)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.Tasks.WorkingOn(group);
    }

    private static Fault? Refusal(World world, Provider provider, ReplicationCommand command)
    {
        GroupId[] groups = [.. command.Groups.Select(g => g.Group)];
        return ProviderGate.CheckTask(world, provider, command.Method, groups)
            ?? (command.Force && !provider.ForceSupported ? new NotSupportedByProvider() : null);
    }

    private static ReplicationTask Begin(World world, ReplicationCommand command, Fault? refusal)
    {
        long number = DueWork.NextNumber(world);
        GroupOutcome?[] outcomes = refusal is null ? FirstOutcomes(world, command) : [];
        TimeSpan duration = Duration(world, command, outcomes);
        return DueWork.Begin(world, new ReplicationTask
        {
            Id = $"smsTask-{number}",
            Number = number,
            Operation = command.Operation,
            Provider = command.Provider,
            Created = world.Now,
            Started = DueWork.StartOf(world, duration),
            Due = ClockState.WholeMilliseconds(world.Now + duration),
            Pending = command,
            Outcomes = outcomes,
            Refusal = refusal,
        });
    }

    private static GroupOutcome?[] FirstOutcomes(World world, ReplicationCommand command)
    {
        HashSet<GroupId>? seen = command.Groups.Count > 1 ? [] : null;
        GroupOutcome?[] outcomes = new GroupOutcome?[command.Groups.Count];
        for (int i = 0; i < outcomes.Length; i++)
        {
            GroupSelection selection = command.Groups[i];
            outcomes[i] = seen?.Add(selection.Group) == false
                ? new GroupFailed(selection.Group, new DuplicateEntry())
                : Decide(world, command, selection, world.Now, null);
        }

        return outcomes;
    }

    private static GroupOutcome? Decide(
        World world, ReplicationCommand command, GroupSelection selection, DateTimeOffset since, ReplicationTask? self)
    {
        if (Find(world, command, selection, since) is not { } context)
        {
            // A standby that took over in the middle of the task has the group now, but not the task's work.
            bool takenOver = self is not null && world.FindGroup(selection.Group) is not null;
            return new GroupFailed(
                selection.Group,
                takenOver ? new ProviderUnavailable() : new NotFound($"replication group {selection.Group}"));
        }

        ReplicationLaw law = LawBook.Of(command.Operation);
        if (GroupCheck.Run(law, context, self) is { } outcome)
        {
            return outcome;
        }

        return command.CheckOnly ? new GroupDone(selection.Group) { Warnings = [.. law.Warnings(context)] } : null;
    }

    private static LawContext? Find(World world, ReplicationCommand command, GroupSelection selection, DateTimeOffset since) =>
        world.FindGroup(selection.Group) is { } group
        && ProviderDirectory.ActiveFor(world, group.Id.FaultDomain) is { } provider
        && provider.Id == command.Provider
            ? new LawContext(world, command, selection, group, provider, since)
            : null;

    /// <summary>Does what a task is for.</summary>
    internal static ReplicationTask Finish(World world, ReplicationTask task)
    {
        ReplicationCommand command = task.Pending!;
        GroupOutcome?[] outcomes = [.. task.Outcomes];
        for (int i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] ??= Apply(world, command, command.Groups[i], task);
        }

        ReplicationTask finished = task with { Pending = null, Outcomes = outcomes, Error = task.Refusal };
        world.Put(finished);
        return finished;
    }

    // What was so at the call need not be so any more: the checks are made again.
    private static GroupOutcome Apply(World world, ReplicationCommand command, GroupSelection selection, ReplicationTask task)
    {
        if (Decide(world, command, selection, task.Created, task) is { } outcome)
        {
            return outcome;
        }

        ReplicationLaw law = LawBook.Of(command.Operation);
        LawContext context = Find(world, command, selection, task.Created)!;
        Fault[] warnings = [.. law.Warnings(context)];
        return law.Apply(context) with { Warnings = warnings };
    }

    private static TimeSpan Duration(World world, ReplicationCommand command, GroupOutcome?[] outcomes)
    {
        if (world.InstantTasks)
        {
            return TimeSpan.Zero;
        }

        TaskDurations durations = world.Knobs.TaskDuration;
        return command.CheckOnly
            ? durations.Check
            : durations.Of(command.Operation) + TransferTime.Of(world, command, outcomes);
    }
}
