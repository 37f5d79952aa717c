namespace VasaSim.Core.Model;

/// <summary>
/// A stretch of time between <paramref name="From"/> and <paramref name="To"/> (null: not over yet), without either:
/// what a client saw at the moment something stopped is still there, and what is due when it goes on is made.
/// </summary>
public readonly record struct Interval(DateTimeOffset From, DateTimeOffset? To)
{
    /// <summary>Whether any moment of [from, to] lies in the interval.</summary>
    public bool Overlaps(DateTimeOffset from, DateTimeOffset to) => From < to && (To is not { } end || from < end);
}
