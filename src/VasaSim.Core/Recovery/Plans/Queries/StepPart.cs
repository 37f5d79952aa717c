using VasaSim.Core.Recovery.Plans.Model;

namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>What a step does to one machine, or to one protection group.</summary>
public sealed record StepPart
{
    /// <summary>The id of the machine or group.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The site of a machine; null: it is a protection group.</summary>
    public string? Site { get; init; }

    /// <summary>How it is.</summary>
    public required StepStatus Status { get; init; }

    /// <summary>What went wrong with it.</summary>
    public required IReadOnlyList<StepProblem> Errors { get; init; }

    /// <summary>What there is to say of it although it was done.</summary>
    public required IReadOnlyList<StepProblem> Warnings { get; init; }
}
