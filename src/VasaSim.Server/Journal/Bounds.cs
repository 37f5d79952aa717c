using System.Globalization;

namespace VasaSim.Server.Journal;

/// <summary>How many there may be of something.</summary>
/// <param name="AtLeast">The fewest; null for no limit.</param>
/// <param name="AtMost">The most; null for no limit.</param>
/// <param name="Exactly">The only number that is right; null for none.</param>
internal sealed record Bounds(long? AtLeast, long? AtMost, long? Exactly)
{
    /// <summary>The name of the limit that a count breaks, and what it asks for; null when it keeps to all.</summary>
    public (string Name, string Demand)? Broken(long count) =>
        count < AtLeast ? ("atLeast", $"at least {Text(AtLeast.Value)}")
        : count > AtMost ? ("atMost", $"at most {Text(AtMost.Value)}")
        : Exactly is { } exactly && count != exactly ? ("exactly", $"exactly {Text(exactly)}")
        : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
