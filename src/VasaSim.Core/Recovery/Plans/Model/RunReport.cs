using VasaSim.Core.Storage;

namespace VasaSim.Core.Recovery.Plans.Model;

/// <summary>What is kept of a run that is over. It outlives its plan.</summary>
public sealed record RunReport : Entity
{
    /// <summary>The run's number among all runs.</summary>
    public required long Number { get; init; }

    /// <summary>The plan.</summary>
    public required string Plan { get; init; }

    /// <summary>The name that the plan had.</summary>
    public required string PlanName { get; init; }

    /// <summary>Who started the run.</summary>
    public required string User { get; init; }

    /// <summary>What it did.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset Ended { get; init; }

    /// <summary>What it came to.</summary>
    public required RunResult Result { get; init; }

    /// <summary>What went wrong.</summary>
    public required IReadOnlyList<StepProblem> Errors { get; init; }

    /// <summary>What there was to say.</summary>
    public required IReadOnlyList<StepProblem> Warnings { get; init; }

    /// <summary>A whole number, as text.</summary>
    public string Id => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.RunReport, Id);
}
