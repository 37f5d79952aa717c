namespace VasaSim.Faults.Rules;

/// <summary>All rules that are in force together, in the order in which they were given. Does not change.</summary>
public sealed record RuleSet
{
    /// <summary>No rules.</summary>
    public static RuleSet Empty { get; } = new();

    /// <summary>The version of the format.</summary>
    public int? Version { get; init; }

    /// <summary>What chance is drawn from.</summary>
    /// <value>Default: null, the seed of the world.</value>
    public long? Seed { get; init; }

    /// <summary>Limits of every rule that has none of its own.</summary>
    public RuleLimits? Limits { get; init; }

    /// <summary>The rules.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];
}
