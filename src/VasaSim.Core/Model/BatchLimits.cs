namespace VasaSim.Core.Model;

/// <summary>How many groups one call may name: what a provider says, what it does, and what it then answers.</summary>
public sealed record BatchLimits
{
    /// <summary>The limit in the provider's information; null: none is given.</summary>
    public long? Declared { get; init; }

    /// <summary>The number of groups above which a call is refused with TooMany; null: never.</summary>
    public int? Enforced { get; init; }

    /// <summary>The <c>maxBatchSize</c> of the TooMany fault; null: left out, and clients assume 1.</summary>
    public long? Reported { get; init; }

    /// <summary>Other limits for single methods, by wire name; they are enforced and reported alike.</summary>
    public IReadOnlyDictionary<string, int> PerMethod { get; init; } = new Dictionary<string, int>();

    /// <summary>The same limit declared, enforced and reported.</summary>
    public static BatchLimits Of(int limit) => new() { Declared = limit, Enforced = limit, Reported = limit };
}
