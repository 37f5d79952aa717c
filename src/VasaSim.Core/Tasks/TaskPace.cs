namespace VasaSim.Core.Tasks;

/// <summary>
/// How a task gets on once a tester has laid a hand on it: evenly from a point on, and perhaps standing still for a while.
/// Without one it runs evenly from its start to its due time.
/// </summary>
/// <param name="At">The moment from which it counts.</param>
/// <param name="Percent">How much was done then.</param>
/// <param name="Full">How long all of it takes.</param>
public sealed record TaskPace(DateTimeOffset At, double Percent, TimeSpan Full)
{
    /// <summary>The percent at which it stands still; null: it does not.</summary>
    public int? HeldAt { get; init; }

    /// <summary>How long it stands still; null: until it is let go.</summary>
    public TimeSpan? HeldFor { get; init; }

    /// <summary>How much is done at a time.</summary>
    public double PercentAt(DateTimeOffset now)
    {
        double evenly = Percent + Of(now - At);
        if (HeldAt is not { } held || evenly <= held)
        {
            return evenly;
        }

        return HeldFor is { } pause ? Math.Max(held, Percent + Of(now - At - pause)) : held;
    }

    /// <summary>When a percent is reached; <see cref="ServiceTask.Never"/> when it stands still before that.</summary>
    /// <param name="percent">The percent.</param>
    /// <param name="afterHold">Of the percent at which it stands still: whether the end of that is meant.</param>
    public DateTimeOffset Reaches(double percent, bool afterHold)
    {
        TimeSpan way = Full * (Math.Max(0, percent - Percent) / 100);
        bool waits = percent > HeldAt || (afterHold && percent >= HeldAt);
        return !waits ? At + way : HeldFor is { } pause ? At + way + pause : ServiceTask.Never;
    }

    private double Of(TimeSpan time) => Full > TimeSpan.Zero ? Math.Max(0, 100 * (time / Full)) : 100;
}
