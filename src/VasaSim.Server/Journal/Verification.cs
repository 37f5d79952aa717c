using VasaSim.Core;

namespace VasaSim.Server.Journal;

/// <summary>What is expected of the calls in a journal.</summary>
internal sealed record Verification
{
    // Of calls that nearly fitted, the newest tell most.
    private const int MaxNearMisses = 3;

    // A sentence with more of them nobody reads; the numbers of all are beside it.
    private const int MaxTold = 5;

    /// <summary>The number after which calls count; 0 for all.</summary>
    public long Since { get; init; }

    /// <summary>Which calls the rules are about; the order is about all.</summary>
    public required CallMatch Match { get; init; }

    /// <summary>How many calls there are to be.</summary>
    public Bounds? Calls { get; init; }

    /// <summary>How many groups each call is to name.</summary>
    public Bounds? GroupsPerCall { get; init; }

    /// <summary>Whether no call may come while the task of an earlier one runs.</summary>
    public bool NeverWhileRunning { get; init; }

    /// <summary>Calls that are to come one after the other, with any others between them.</summary>
    public IReadOnlyList<CallMatch> Order { get; init; } = [];

    /// <summary>Compares with what there is.</summary>
    /// <param name="journal">The calls.</param>
    /// <param name="world">Knows the tasks that they started.</param>
    public VerificationResult Check(JournalSnapshot journal, World world)
    {
        JournalEntry[] all = [.. journal.Entries.Where(e => e.Number > Since)];
        JournalEntry[] matching = [.. all.Where(Match.Matches)];
        List<RuleFinding> failures = [.. CheckCalls(matching), .. CheckGroups(matching), .. CheckOrder(all)];
        List<RuleFinding> unknown = [];
        if (NeverWhileRunning)
        {
            RunningTaskRule.Check(matching, journal.WorldBegan, world, failures, unknown);
        }

        return new VerificationResult(
            failures.Count == 0 && unknown.Count == 0,
            matching.Length,
            failures,
            unknown,
            failures.Count == 0 ? [] : NearMisses(all),
            journal.Dropped);
    }

    private IEnumerable<RuleFinding> CheckCalls(JournalEntry[] matching) => Calls?.Broken(matching.Length) is { } broken
        ? [new RuleFinding($"calls.{broken.Name}", $"{(matching.Length == 1 ? "There was 1 call" : $"There were {matching.Length} calls")} of {Match} instead of {broken.Demand}.", Numbers(matching))]
        : [];

    private IEnumerable<RuleFinding> CheckGroups(JournalEntry[] matching) => matching
        .Select(call => (Call: call, Broken: GroupsPerCall?.Broken(call.Groups.Count)))
        .Where(c => c.Broken is not null)
        .GroupBy(c => c.Broken!.Value, c => c.Call)
        .Select(calls => new RuleFinding(
            $"groupsPerCall.{calls.Key.Name}",
            $"A call is to name {calls.Key.Demand} groups, but {Some([.. calls.Select(c => $"{c.Operation} #{c.Number} names {c.Groups.Count}")])}.",
            Numbers(calls)));

    private IEnumerable<RuleFinding> CheckOrder(JournalEntry[] all)
    {
        int next = 0;
        List<JournalEntry> found = [];
        foreach (CallMatch step in Order)
        {
            int at = Array.FindIndex(all, next, step.Matches);
            if (at < 0)
            {
                string after = found.Count == 0 ? "" : $" after call #{found[^1].Number}";
                return [new RuleFinding("order", $"No call of {step} came{after}; it is number {found.Count + 1} of the {Order.Count} in the order.", Numbers(found))];
            }

            found.Add(all[at]);
            next = at + 1;
        }

        return [];
    }

    private IReadOnlyList<NearMiss> NearMisses(JournalEntry[] all) =>
    [
        .. all.Reverse()
            .Select(call => (Call: call, Failed: Match.OnlyFailed(call)))
            .Where(c => c.Failed is not null)
            .Take(MaxNearMisses)
            .Reverse()
            .Select(c => new NearMiss(c.Call.Number, c.Failed!.Name, $"The {c.Failed.Describe(c.Call)}.")),
    ];

    private static string Some(string[] texts) =>
        string.Join(", ", texts.Take(MaxTold)) + (texts.Length > MaxTold ? $" and {texts.Length - MaxTold} more" : "");

    private static long[] Numbers(IEnumerable<JournalEntry> calls) => [.. calls.Select(c => c.Number)];
}
