namespace VasaSim.Core.Cloud.Operations;

/// <summary>A call that starts a task.</summary>
public sealed record CloudCall
{
    /// <summary>What to do.</summary>
    public required CloudOperation Operation { get; init; }

    /// <summary>Whether it is about the replication of a vApp.</summary>
    public bool OfVapp { get; init; }

    /// <summary>The id of the replication; null for <see cref="CloudOperation.Start"/>.</summary>
    public string? Replication { get; init; }

    /// <summary>What its caller gave.</summary>
    public required CloudCommand Command { get; init; }

    /// <summary>Who calls, such as <c>admin@orgA</c>.</summary>
    public required string User { get; init; }

    /// <summary>The cloud site that it is called at.</summary>
    public required string Site { get; init; }

    /// <summary>What the caller knows the call by.</summary>
    public string? OperationId { get; init; }
}
