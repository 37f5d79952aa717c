namespace VasaSim.Faults.Actions;

/// <summary>What changes in the world.</summary>
public sealed record StateSpec
{
    /// <summary>The provider's status: <c>online</c>, <c>offline</c>, <c>disconnected</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>Which provider.</summary>
    /// <value>Default: null, that of the call.</value>
    public string? Of { get; init; }

    /// <summary>Whether the link is up.</summary>
    public bool? LinkUp { get; init; }

    /// <summary>The ends of the link.</summary>
    /// <value>Default: null, those of the call's groups and their partners.</value>
    public IReadOnlyList<string>? Ends { get; init; }

    /// <summary>For how long, in simulated time.</summary>
    /// <value>Default: null, for good.</value>
    public TimeSpan? For { get; init; }
}
