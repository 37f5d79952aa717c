namespace VasaSim.Faults.Rules;

/// <summary>When a rule is spent by itself.</summary>
public sealed record RuleLimits
{
    /// <summary>After how many hits.</summary>
    /// <value>Default: null, never.</value>
    public int? MaxHits { get; init; }

    /// <summary>How long after it was added, in simulated time.</summary>
    /// <value>Default: null, never.</value>
    public TimeSpan? Ttl { get; init; }
}
