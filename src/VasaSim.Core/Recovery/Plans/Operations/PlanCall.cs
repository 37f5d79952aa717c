namespace VasaSim.Core.Recovery.Plans.Operations;

/// <summary>A call that starts a task of a plan.</summary>
public sealed record PlanCall
{
    /// <summary>The plan; null to make one, or to find the reports of all.</summary>
    public string? Plan { get; init; }

    /// <summary>What to do.</summary>
    public required PlanCommand Command { get; init; }

    /// <summary>Who calls.</summary>
    public required string User { get; init; }

    /// <summary>The site that it is called at.</summary>
    public required string Site { get; init; }
}
