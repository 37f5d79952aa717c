using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Tasks;

/// <summary>
/// A task of the service. It knows when it is due; whoever looks at the world later than that finds it done. Once
/// ended it never changes again, but that it may be forgotten.
/// </summary>
public abstract record ServiceTask : Entity
{
    /// <summary>Managed object id, such as <c>smsTask-7</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Position in the order of starting.</summary>
    public required long Number { get; init; }

    /// <summary>When the call was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it begins to run; before that it is queued.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How it gets on until its end.</summary>
    public required TaskPace Pace { get; init; }

    /// <summary>That it will end in error before it does its work; null: it will not.</summary>
    public TaskFailure? Failure { get; init; }

    /// <summary>It ends when clients have asked for it this many times more; null: when its time has come.</summary>
    public int? Polls { get; init; }

    /// <summary>Its error at the end, when nothing is to be done: what the provider said to the call as a whole, or a tester.</summary>
    public Fault? Refusal { get; init; }

    /// <summary>Its error at the end although its work is done.</summary>
    public Fault? ErrorAfterWork { get; init; }

    /// <summary>Whether clients are told that there is no such task.</summary>
    public bool Forgotten { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Why the task as a whole failed; set only after the end.</summary>
    public Fault? Error { get; init; }

    /// <summary>When it will be, or was, finished; <see cref="TaskPace.Never"/> when it does not end by itself.</summary>
    public virtual DateTimeOffset Due => Ended ?? Failure switch
    {
        { Percent: { } percent } => Pace.ReachesAt(percent),
        { } => Pace.HoldEndsAt(),
        null => Polls is null ? Pace.ReachesAt(100) : TaskPace.Never,
    };

    /// <summary>The error that it ends with when it is due, its work not done; null: it does its work.</summary>
    internal virtual Fault? ErrorWhenDue => Failure?.Error ?? Refusal;

    /// <summary>True until the end.</summary>
    public bool IsRunning => Ended is null;

    /// <summary>What it shows at a time.</summary>
    public ServiceTaskState StateAt(DateTimeOffset now)
    {
        if (!IsRunning)
        {
            return Error is null ? ServiceTaskState.Success : ServiceTaskState.Error;
        }

        return now < Started ? ServiceTaskState.Queued : ServiceTaskState.Running;
    }

    /// <summary>How much is done at a time, 1–99 percent; null when it does not run or has hardly begun.</summary>
    public int? ProgressAt(DateTimeOffset now)
    {
        if (StateAt(now) != ServiceTaskState.Running)
        {
            return null;
        }

        int percent = (int)Math.Min(99, Pace.PercentAt(now));
        return percent > 0 ? percent : null;
    }

    /// <summary>How far it has come at a time, or came until it failed, 0 to 99 percent; 100 after a success.</summary>
    public int PercentAt(DateTimeOffset now)
    {
        if (StateAt(now) == ServiceTaskState.Success)
        {
            return 100;
        }

        // One that takes no time is done at once, yet fails where it was told to.
        double come = Math.Min(99, Pace.PercentAt(Ended ?? now));
        return (int)Math.Min(come, Failure?.Percent ?? come);
    }

    /// <summary>The task no longer queued at a time: begun then, if not earlier.</summary>
    internal ServiceTask BegunBy(DateTimeOffset now) =>
        Started > now ? this with { Started = now, Pace = Pace with { From = now } } : this;

    /// <summary>The task ended in error, as a restart of the service ends it.</summary>
    internal abstract ServiceTask Failed(Fault error, DateTimeOffset now);
}

/// <summary>The states of a task.</summary>
public enum ServiceTaskState
{
    /// <summary>Waits to run.</summary>
    Queued,

    /// <summary>Runs.</summary>
    Running,

    /// <summary>Ended well; single groups may have failed.</summary>
    Success,

    /// <summary>Failed as a whole.</summary>
    Error,
}
