using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Tasks;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;

namespace VasaSim.Server.Injection;

/// <summary>
/// What a rule does to a call, made ready in the turn in which it was decided: the faults say what they would say at
/// that moment.
/// </summary>
internal sealed record Intervention
{
    /// <summary>What happens.</summary>
    public required RuleAction Action { get; init; }

    /// <summary>A number from 0 up to 1 for what is random about it.</summary>
    public required double Drawn { get; init; }

    /// <summary>The positions of the groups that it happens to.</summary>
    public required IReadOnlyList<int> Groups { get; init; }

    /// <summary>The simulated time at which it was decided.</summary>
    public required DateTimeOffset Decided { get; init; }

    /// <summary>The answer to the call as a whole; null: none of its own.</summary>
    public Outcome? Answer { get; init; }

    /// <summary>What is ordered of the task that the call starts.</summary>
    public TaskOrder? Order { get; init; }

    /// <summary>Faults of groups in the result of a query, by their positions in the call; the position -1 is every group.</summary>
    public IReadOnlyList<GroupFault> GroupFaults { get; init; } = [];

    /// <summary>Positions of groups whose replicas are told in a summary; the position -1 is every group.</summary>
    public IReadOnlyList<int> Summaries { get; init; } = [];

    /// <summary>Whether the call has to stop for it: it takes time, or answers.</summary>
    public bool Interrupts => Answer is not null || Action is { Latency: not null } or { Connection: not null } or { DropSession: true } or { Reply: not null };

    /// <summary>Makes ready what a rule does.</summary>
    public static Intervention Of(Hit hit, CallPhase phase, World world, Call call)
    {
        RuleAction action = hit.Action;
        ICallFaults faults = call.FaultsIn(world);
        Intervention made = new() { Action = action, Drawn = hit.Drawn, Decided = world.Now, Groups = hit.Groups };
        if (action.Task is { } task)
        {
            made = made with { Order = Ordered(task, hit, faults, call) };
        }

        if (action.BatchLimit is { } limit)
        {
            return made with { Answer = faults.TooMany(limit.Reported) };
        }

        if (action.HttpStatus is { } status)
        {
            return made with { Answer = Outcome.Instead(new WireAnswer(status)) };
        }

        if (action.Fault is not { } fault || hit.Fault is not { } type)
        {
            return made;
        }

        FaultShape shape = action.As ?? FaultShape.Auto;
        if (shape == FaultShape.Auto)
        {
            bool refusalsByTask = world.Knobs.TaskFaultDelivery == TaskFaultDelivery.Task;
            shape = phase is CallPhase.BeforeValidation or CallPhase.DuringReply
                ? FaultShape.SoapFault
                : faults.AutoOf(type, refusalsByTask);
        }

        return made.With(shape, type, fault, phase == CallPhase.AfterCommit, hit, faults, call);
    }

    /// <summary>All orders together; null when there is none.</summary>
    public static TaskOrder? OrderOf(IEnumerable<Intervention> interventions)
    {
        TaskOrder? all = null;
        foreach (TaskOrder order in interventions.Select(i => i.Order).OfType<TaskOrder>())
        {
            all = all is null ? order : all with
            {
                HoldAt = order.HoldAt ?? all.HoldAt,
                HoldFor = order.HoldAt is null ? all.HoldFor : order.HoldFor,
                Then = order.Then ?? all.Then,
                Slow = order.Slow ?? all.Slow,
                FailAt = order.Error is null ? all.FailAt : order.FailAt,
                Error = order.Error ?? all.Error,
                Forget = order.Forget || all.Forget,
                Polls = order.Polls ?? all.Polls,
                Refusal = order.Refusal ?? all.Refusal,
                ErrorAfterWork = order.ErrorAfterWork ?? all.ErrorAfterWork,
                Groups = [.. all.Groups, .. order.Groups],
            };
        }

        return all;
    }

    /// <summary>Does what takes time, one after the other, and says what the call is answered then; null: what it would be.</summary>
    public static async ValueTask<Outcome?> ActAsync(IReadOnlyList<Intervention> interventions, Call call)
    {
        Outcome? answer = null;
        foreach (Intervention intervention in interventions)
        {
            answer = await intervention.ActAsync(call) ?? answer;
        }

        return answer;
    }

    /// <summary>Changes the world, and what the call meets there, as the rule wants it.</summary>
    public void Change(World world, Call call)
    {
        call.Deceive(Action, Groups);
        if (Action.State is { } state)
        {
            call.Workspace.StateChanges.Apply(world, state, new FactsOfCall(world, call));
        }
    }

    private static TaskOrder Ordered(TaskSpec task, Hit hit, ICallFaults faults, Call call)
    {
        TaskOrder order = new()
        {
            HoldAt = task.HoldAt,
            HoldFor = task.For,
            Slow = task.Slow,
            FailAt = task.FailAt,
            Error = task.With is { } with ? faults.Foreign(with.TypeFor(hit.Drawn), with, null) : null,
            Forget = task.Forget == true,
            Polls = task.Polls,
        };
        if (task.Then is not { Fault: { } then } end)
        {
            return order;
        }

        string type = then.TypeFor(hit.Drawn);
        bool ofGroups = end.As == FaultShape.GroupError
            || (end.As is null or FaultShape.Auto && faults.AutoOf(type, refusalsByTask: true) == FaultShape.GroupError);
        return ofGroups
            ? order with { Groups = [.. hit.Groups.Select(i => new GroupFault(i, faults.Foreign(type, then, GroupAt(call, i)), GroupFaultKind.ErrorBeforeWork))] }
            : task.HoldAt is null ? order with { Refusal = faults.Foreign(type, then, null) }
            : order with { Then = faults.Foreign(type, then, null) };
    }

    private Intervention With(FaultShape shape, string type, FaultSpec fault, bool afterWork, Hit hit, ICallFaults faults, Call call)
    {
        IReadOnlyList<int> groups = hit.Groups.Count > 0 ? hit.Groups : [-1];
        switch (shape)
        {
            case FaultShape.TaskError when call.StartsTask:
                ForeignFault error = faults.Foreign(type, fault, null);
                return this with { Order = (Order ?? new TaskOrder()) with { Refusal = afterWork ? null : error, ErrorAfterWork = afterWork ? error : null } };
            case FaultShape.GroupError or FaultShape.Warning:
                GroupFaultKind kind = shape == FaultShape.Warning ? GroupFaultKind.Warning : afterWork ? GroupFaultKind.ErrorAfterWork : GroupFaultKind.ErrorBeforeWork;
                GroupFault[] planted = [.. groups.Select(i => new GroupFault(i, faults.Foreign(type, fault, GroupAt(call, i)), kind))];
                return call.StartsTask ? this with { Order = (Order ?? new TaskOrder()) with { Groups = planted } } : this with { GroupFaults = planted };
            case FaultShape.Summary:
                return this with { Summaries = groups };
            default:
                return this with { Answer = faults.Failed(type, fault, null) };
        }
    }

    private static GroupId? GroupAt(Call call, int index) =>
        index >= 0 && index < call.Groups.Count ? call.Groups[index] : null;

    private async ValueTask<Outcome?> ActAsync(Call call)
    {
        if (Action.Latency is { } latency)
        {
            await WaitAsync(latency, call);
        }

        if (Action.DropSession == true && call.Session is { } session)
        {
            call.Workspace.Sessions.End(session);
            call.Session = null;
            return call.RefuseStranger() ?? Answer;
        }

        if (Action.Reply is { } look)
        {
            call.Reply = (call.Reply ?? new ReplyPlan()) with { Look = look, Drawn = Drawn };
        }

        return Action.Connection is null ? Answer : await BreakAsync(Action.Connection, call) ?? Answer;
    }

    private async ValueTask<Outcome?> BreakAsync(ConnectionFault connection, Call call)
    {
        switch (connection.Kind)
        {
            case ConnectionFaultKind.Reset:
                return Outcome.Instead(new WireAnswer(null, Reset: true));
            case ConnectionFaultKind.Close:
                return Outcome.Instead(new WireAnswer(null));
            case ConnectionFaultKind.Hang:
                await Task.Delay(Action.For ?? Timeout.InfiniteTimeSpan, call.Workspace.RealTime, call.Aborted);
                return Outcome.Instead(new WireAnswer(null));
            case ConnectionFaultKind.Truncate:
                call.Reply = (call.Reply ?? new ReplyPlan()) with { Truncate = connection.Bytes };
                return null;
            case ConnectionFaultKind.Drip:
                call.Reply = (call.Reply ?? new ReplyPlan()) with { Rate = connection.Rate };
                return null;
            default:
                throw new InvalidOperationException($"{connection.Kind} is no matter of calls.");
        }
    }

    private Task WaitAsync(Latency latency, Call call)
    {
        TimeSpan time = latency.Of(Drawn);
        return latency.Simulated == true
            ? call.Workspace.WaitUntilAsync(Decided + time, call.Aborted)
            : Task.Delay(time, call.Workspace.RealTime, call.Aborted);
    }
}
