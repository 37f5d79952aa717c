using System.IO.Enumeration;

namespace VasaSim.Server.Journal;

/// <summary>Which calls are meant: those that fulfil all conditions. Without conditions it is all calls.</summary>
/// <param name="Conditions">Each with another name.</param>
internal sealed record CallMatch(IReadOnlyList<CallCondition> Conditions)
{
    /// <summary>The match of all calls.</summary>
    public static CallMatch All { get; } = new([]);

    /// <summary>Whether a call is meant.</summary>
    public bool Matches(JournalEntry entry) => Conditions.All(c => c.Holds(entry));

    /// <summary>The one condition that a call fails; null when it fails none or several.</summary>
    public CallCondition? OnlyFailed(JournalEntry entry)
    {
        CallCondition[] failed = [.. Conditions.Where(c => !c.Holds(entry)).Take(2)];
        return failed.Length == 1 ? failed[0] : null;
    }

    /// <summary>Says it for people.</summary>
    public override string ToString() => Conditions.Count == 0 ? "any call" : string.Join(", ", Conditions);
}

/// <summary>What one property of a call must be like.</summary>
/// <param name="Name">The property, one of <see cref="Names"/>.</param>
/// <param name="Globs">
/// Patterns with <c>*</c> and <c>?</c>, of which one has to fit; letters of either case are the same.
/// </param>
internal sealed record CallCondition(string Name, IReadOnlyList<string> Globs)
{
    /// <summary>What a call without a fault has for <c>fault</c>; <c>*</c> does not mean it.</summary>
    private const string NoFault = "none";

    /// <summary>The properties that there are conditions for.</summary>
    public static IReadOnlyList<string> Names { get; } = ["operation", "group", "fault", "user", "client", "protocol"];

    /// <summary>Whether a call fulfils it.</summary>
    public bool Holds(JournalEntry entry) => Globs.Any(glob => ValuesOf(entry).Any(value => Fits(glob, value)));

    /// <summary>What a call has instead, for people.</summary>
    public string Describe(JournalEntry entry) =>
        $"{Name} is {(string.Join(", ", ValuesOf(entry).Select(v => $"'{v}'")) is { Length: > 0 } values ? values : "not known")}, not {Patterns}";

    /// <summary>Says it for people.</summary>
    public override string ToString() => $"{Name} {Patterns}";

    private string Patterns => string.Join(" or ", Globs.Select(g => $"'{g}'"));

    private bool Fits(string glob, string value) => Name switch
    {
        "fault" when value == NoFault => glob == NoFault,
        // Ids of device groups are mostly enough, and a fault domain has many of them.
        "group" when !glob.Contains('/', StringComparison.Ordinal) => FitsText(glob, value[(value.IndexOf('/', StringComparison.Ordinal) + 1)..]),
        _ => FitsText(glob, value),
    };

    private static bool FitsText(string glob, string value) => FileSystemName.MatchesSimpleExpression(glob, value);

    private IEnumerable<string> ValuesOf(JournalEntry entry) => Name switch
    {
        "operation" => One(entry.Operation),
        "group" => entry.GroupTexts,
        "fault" => One(entry.Outcome == JournalEntry.Ok ? NoFault : entry.Outcome),
        "user" => One(entry.User),
        "client" => One(entry.Client),
        "protocol" => One(entry.Protocol),
        _ => throw new InvalidOperationException($"There is no condition for '{Name}'."),
    };

    private static string[] One(string? value) => value is null ? [] : [value];
}
