namespace VasaSim.Core.Lab;

/// <summary>Choices about cloud replications where the public documents are silent.</summary>
public sealed record CloudKnobs
{
    /// <summary>Where an operation shows that the replication's state does not allow it.</summary>
    /// <value>Default: <see cref="TaskFaultDelivery.Task"/>, a task that fails.</value>
    public TaskFaultDelivery IllegalOrder { get; init; } = TaskFaultDelivery.Task;

    /// <summary>The code of the error that says so.</summary>
    /// <value>Default: BadRequest.</value>
    public string IllegalOrderCode { get; init; } = "BadRequest";

    /// <summary>What the distance of a retention rule is.</summary>
    /// <value>Default: <see cref="RetentionDistance.Spacing"/>.</value>
    public RetentionDistance RetentionDistance { get; init; } = RetentionDistance.Spacing;

    /// <summary>Whether a call about another site needs a login there first.</summary>
    /// <value>Default: true.</value>
    public bool RequireRemoteLogin { get; init; } = true;

    /// <summary>Whether the product is licensed; if not, nothing can be started.</summary>
    /// <value>Default: true.</value>
    public bool Licensed { get; init; } = true;

    /// <summary>How long an optimized reverse is possible after a failover.</summary>
    /// <value>Default: 24 hours.</value>
    public TimeSpan OptimizedReverse { get; init; } = TimeSpan.FromHours(24);
}

/// <summary>What the distance of a retention rule is.</summary>
public enum RetentionDistance
{
    /// <summary>The time from one instance to the next.</summary>
    Spacing,

    /// <summary>The time that all its instances are spread over.</summary>
    Span,
}
