namespace VasaSim.Faults.Actions;

/// <summary>A limit on the groups of a call, which may be told otherwise than it is kept.</summary>
public sealed record BatchLimitSpec
{
    /// <summary>More groups than this are refused with TooMany.</summary>
    public int Enforced { get; init; }

    /// <summary>What TooMany says that the limit is.</summary>
    /// <value>Default: null, nothing; clients then assume 1.</value>
    public long? Reported { get; init; }
}
