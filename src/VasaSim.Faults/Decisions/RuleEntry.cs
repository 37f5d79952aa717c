using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Decisions;

/// <summary>A rule in force, and what became of it so far.</summary>
public sealed class RuleEntry
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    internal RuleEntry(Rule rule, RuleLimits? limits, DateTimeOffset added)
    {
        Rule = rule;
        Limits = limits;
        Added = added;
        Definition = RuleShapes.Rule.Write(rule)!.ToJsonString();
    }

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>When it is spent by itself: its own limits, or those of the set.</summary>
    public RuleLimits? Limits { get; }

    /// <summary>The simulated time from which its window and its life count.</summary>
    public DateTimeOffset Added { get; private set; }

    /// <summary>How many calls it was for, when it was asked.</summary>
    public long Matched { get; private set; }

    /// <summary>How many calls it applied to.</summary>
    public long Hits { get; private set; }

    /// <summary>The rule as it is written, to see whether another is the same.</summary>
    internal string Definition { get; }

    /// <summary>Its place among those that are asked.</summary>
    internal int Order { get; set; }

    /// <summary>Why it is spent, or null while it is not.</summary>
    /// <param name="now">The simulated time.</param>
    public string? SpentBy(DateTimeOffset now) =>
        Limits?.MaxHits <= Hits ? "limits.maxHits" : Limits?.Ttl is { } ttl && now >= Added + ttl ? "limits.ttl" : null;

    internal long Count(string key)
    {
        long nth = _counts.GetValueOrDefault(key) + 1;
        _counts[key] = nth;
        return nth;
    }

    internal void Note(bool hit)
    {
        Matched++;
        Hits += hit ? 1 : 0;
    }

    internal void Withdraw(IEnumerable<Decision> decisions)
    {
        bool hit = false;
        foreach (Decision decision in decisions)
        {
            _counts[decision.Key]--;
            hit |= decision.Fired;
        }

        Matched--;
        Hits -= hit ? 1 : 0;
    }

    internal void Restart(DateTimeOffset now)
    {
        _counts.Clear();
        (Matched, Hits, Added) = (0, 0, now);
    }
}
