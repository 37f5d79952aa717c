namespace VasaSim.Core.Model;

/// <summary>A stretch of time from <paramref name="From"/> (inclusive) to <paramref name="To"/> (exclusive; null: not over yet).</summary>
public readonly record struct Interval(DateTimeOffset From, DateTimeOffset? To)
{
    /// <summary>Whether any moment of [from, to] lies in the interval.</summary>
    public bool Overlaps(DateTimeOffset from, DateTimeOffset to) => From <= to && (To is not { } end || from < end);
}
