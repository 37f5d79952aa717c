using VasaSim.Core.Faults;

namespace VasaSim.Core.Tasks;

/// <summary>
/// What a tester wants of the task that the running command will start, said in advance. It holds for tasks that take
/// no time too: those stop, wait to be asked or are slowed down like others. Percentages are 0 to 99; those of a
/// registration or reconnect are of the part before the sync that ends it.
/// </summary>
public sealed record TaskOrder
{
    /// <summary>Where the task stops, in percent; null: nowhere.</summary>
    public int? HoldAt { get; init; }

    /// <summary>For how long it stops; null: until it is released.</summary>
    public TimeSpan? HoldFor { get; init; }

    /// <summary>The error that it ends with when the stop is over, its work not done; null: it goes on.</summary>
    public Fault? Then { get; init; }

    /// <summary>How many times as long it takes, more than 0; where all tasks end at once, as the lab's duration.</summary>
    public double? Slow { get; init; }

    /// <summary>How far it comes until it ends with <see cref="Error"/>, in percent; null: it ends so at once.</summary>
    public int? FailAt { get; init; }

    /// <summary>The error that it ends with before it does its work; null: none.</summary>
    public Fault? Error { get; init; }

    /// <summary>Whether clients are told that there is no such task.</summary>
    public bool Forget { get; init; }

    /// <summary>It ends when a client asks for it for the n-th time, whatever its duration; null: when it is due.</summary>
    public int? Polls { get; init; }

    /// <summary>The error that it ends with when it is due, nothing done; null: none.</summary>
    public Fault? Refusal { get; init; }

    /// <summary>The error that it ends with although it did its work; null: none.</summary>
    public Fault? ErrorAfterWork { get; init; }

    /// <summary>Faults of single groups; only for replication.</summary>
    public IReadOnlyList<GroupFault> Groups { get; init; } = [];

    /// <summary>The task as ordered.</summary>
    internal ServiceTask ApplyTo(ServiceTask task)
    {
        TaskPace pace = Slow is { } factor ? task.Pace.Slowed(factor) : task.Pace;
        return task with
        {
            Pace = HoldAt is { } percent ? pace with { Hold = new TaskHold(percent, HoldFor) } : pace,
            Failure = Failure(),
            Polls = Polls,
            Forgotten = Forget,
            Refusal = task.Refusal ?? Refusal,
            ErrorAfterWork = ErrorAfterWork,
        };
    }

    // Of two errors it is the one that comes first.
    private TaskFailure? Failure() =>
        Error is not null && !(HoldAt is { } hold && Then is not null && FailAt > hold) ? new TaskFailure(Error, FailAt ?? 0)
        : HoldAt is not null && Then is not null ? new TaskFailure(Then, null)
        : null;
}
