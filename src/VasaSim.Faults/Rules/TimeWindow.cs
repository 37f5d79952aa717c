namespace VasaSim.Faults.Rules;

/// <summary>A window of simulated time, from the moment the rule was added or between two times.</summary>
public sealed record TimeWindow
{
    /// <summary>How long after the rule was added it begins.</summary>
    /// <value>Default: null, at once.</value>
    public TimeSpan? After { get; init; }

    /// <summary>How long it lasts from there.</summary>
    /// <value>Default: null, without end.</value>
    public TimeSpan? For { get; init; }

    /// <summary>The time at which it begins.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The time at which it has ended.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether a time is in it.</summary>
    /// <param name="now">The simulated time.</param>
    /// <param name="added">When the rule was added.</param>
    public bool Has(DateTimeOffset now, DateTimeOffset added)
    {
        DateTimeOffset begin = added + (After ?? TimeSpan.Zero);
        return now >= begin && (For is not { } length || now < begin + length)
            && (From is not { } from || now >= from) && (Until is not { } until || now < until);
    }
}
