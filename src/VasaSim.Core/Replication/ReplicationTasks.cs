using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Tasks;

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

        return Begin(world, command, world.TaskOrder?.Refusal);
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
        IReadOnlyList<GroupFault> planted = world.TaskOrder?.Groups ?? [];
        GroupOutcome?[] outcomes = refusal is null ? FirstOutcomes(world, command, planted) : [];
        TaskPace pace = DueWork.PaceOf(world, Duration(world, command, outcomes));
        return DueWork.Begin(world, new ReplicationTask
        {
            Id = $"smsTask-{number}",
            Number = number,
            Operation = command.Operation,
            Provider = command.Provider,
            Created = world.Now,
            Started = pace.From,
            Pace = pace,
            Pending = command,
            Groups = [.. command.Groups.Select(g => g.Group)],
            Outcomes = outcomes,
            GroupFaults = planted,
            Refusal = refusal,
        });
    }

    private static GroupOutcome?[] FirstOutcomes(World world, ReplicationCommand command, IReadOnlyList<GroupFault> planted)
    {
        HashSet<GroupId>? seen = command.Groups.Count > 1 ? [] : null;
        GroupOutcome?[] outcomes = new GroupOutcome?[command.Groups.Count];
        for (int i = 0; i < outcomes.Length; i++)
        {
            GroupSelection selection = command.Groups[i];
            bool repeated = seen?.Add(selection.Group) == false;
            outcomes[i] = Planted(planted, i, GroupFaultKind.ErrorBeforeWork) is { } error ? new GroupFailed(selection.Group, error)
                : repeated ? new GroupFailed(selection.Group, new DuplicateEntry())
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

    /// <summary>Does what a task is for, and says of it what was planted.</summary>
    internal static ReplicationTask Finish(World world, ReplicationTask task)
    {
        ReplicationCommand command = task.Pending!;
        GroupOutcome?[] outcomes = [.. task.Outcomes];
        for (int i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = Tell(task, i, outcomes[i] ?? Apply(world, command, command.Groups[i], task));
        }

        return task with { Pending = null, Outcomes = outcomes, Ended = world.Now };
    }

    private static GroupOutcome Tell(ReplicationTask task, int index, GroupOutcome outcome)
    {
        if (task.GroupFaults.Count == 0)
        {
            return outcome;
        }

        GroupOutcome told = Planted(task.GroupFaults, index, GroupFaultKind.ErrorAfterWork) is { } error
            ? new GroupFailed(outcome.Group, error) { Warnings = outcome.Warnings }
            : outcome;
        IEnumerable<Fault> warnings = task.GroupFaults.Where(f => f.Index == index && f.Kind == GroupFaultKind.Warning).Select(f => f.Fault);
        return told with { Warnings = [.. told.Warnings, .. warnings] };
    }

    private static Fault? Planted(IReadOnlyList<GroupFault> planted, int index, GroupFaultKind kind) =>
        planted.FirstOrDefault(f => f.Index == index && f.Kind == kind)?.Fault;

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
        TaskDurations durations = world.Knobs.TaskDuration;
        return command.CheckOnly
            ? durations.Check
            : durations.Of(command.Operation) + TransferTime.Of(world, command, outcomes);
    }
}
