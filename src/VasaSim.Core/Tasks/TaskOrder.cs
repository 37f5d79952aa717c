using VasaSim.Core.Faults;

namespace VasaSim.Core.Tasks;

/// <summary>What a tester orders of a task before it starts.</summary>
public sealed record TaskOrder
{
    /// <summary>The percent at which it stands still.</summary>
    public int? HoldAt { get; init; }

    /// <summary>How long it stands still; null: until it is let go.</summary>
    public TimeSpan? HoldFor { get; init; }

    /// <summary>How many times as long it takes; null: as long as it does.</summary>
    public double? Slow { get; init; }

    /// <summary>The percent at which it ends in error, and does nothing; at <see cref="HoldAt"/>: when it is let go.</summary>
    public int? FailAt { get; init; }

    /// <summary>That error.</summary>
    public Fault? FailWith { get; init; }

    /// <summary>Whether clients cannot ask for it; it does its work all the same.</summary>
    public bool Forget { get; init; }

    /// <summary>After how many questions it ends, whatever the time; null: by time.</summary>
    public int? Polls { get; init; }

    /// <summary>The error with which it ends instead of doing its work.</summary>
    public Fault? Refusal { get; init; }

    /// <summary>The error with which it ends after having done its work.</summary>
    public Fault? ErrorAfterWork { get; init; }

    /// <summary>Faults of single groups.</summary>
    public IReadOnlyList<PlantedFault> Groups { get; init; } = [];

    /// <summary>Both orders; where they contradict, the other one's.</summary>
    public TaskOrder And(TaskOrder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new TaskOrder
        {
            HoldAt = other.HoldAt ?? HoldAt,
            HoldFor = other.HoldAt is null ? HoldFor : other.HoldFor,
            Slow = other.Slow ?? Slow,
            FailAt = other.FailAt ?? FailAt,
            FailWith = other.FailWith ?? FailWith,
            Forget = other.Forget || Forget,
            Polls = other.Polls ?? Polls,
            Refusal = other.Refusal ?? Refusal,
            ErrorAfterWork = other.ErrorAfterWork ?? ErrorAfterWork,
            Groups = [.. Groups, .. other.Groups],
        };
    }
}

/// <summary>A fault that a tester planted into the outcome of one group.</summary>
/// <param name="Index">The group's position in the call.</param>
/// <param name="Fault">The fault.</param>
/// <param name="IsWarning">Whether the group succeeds, with the fault as a warning.</param>
/// <param name="AfterWork">Whether the work is done all the same; a warning always has it done.</param>
public sealed record PlantedFault(int Index, Fault Fault, bool IsWarning, bool AfterWork);
