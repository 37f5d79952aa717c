using VasaSim.Core.Faults;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Recovery.Plans.Operations;

/// <summary>
/// A task about a recovery plan. Percentages of a run are those of all its steps, each of the same length; it has the pace of
/// the step that it is at, and a new one with the next.
/// </summary>
public sealed record RecoveryPlanTask : RecoveryTask
{
    /// <summary>The plan; one that is being made has its id from the call on. Where the reports of all are found, the site.</summary>
    public required string Plan { get; init; }

    /// <summary>The name of that.</summary>
    public required string PlanName { get; init; }

    /// <summary>What it does.</summary>
    public required PlanOperation Operation { get; init; }

    /// <summary>The reports that it has found, by id; none but for one that looks for them.</summary>
    public IReadOnlyList<string> Found { get; init; } = [];

    /// <summary>What is still to be done; null once it has ended.</summary>
    public PlanCommand? Pending { get; init; }

    /// <summary>Whether its run has begun.</summary>
    public bool Begun { get; init; }

    /// <summary>How long a step of its run takes.</summary>
    public TimeSpan StepTime { get; init; }

    /// <summary>The percentage at which the step that its run is at is over; 0 before the first.</summary>
    public double StepEnd { get; init; }

    /// <summary>Whether the step that its run is at lasts until other tasks, or somebody, let it go on.</summary>
    public bool Waits { get; init; }

    /// <summary>The tasks that the step it is at waits for, by id.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>Whether it is that of a run.</summary>
    public bool IsRun => Operation is PlanOperation.Test or PlanOperation.Cleanup or PlanOperation.Recover or PlanOperation.Reprotect;

    /// <summary>The error that was asked for and that its run ends with after the step it is at; null: none.</summary>
    public Fault? StepError => Failure is { } failure && (failure.Percent ?? Pace.Hold?.Percent ?? 0) < StepEnd ? failure.Error : null;

    /// <summary>When it will be finished, or the step that its run is at is over.</summary>
    public override DateTimeOffset Due => !IsRun ? base.Due
        : Ended ?? (Waits || (Begun && Polls is not null) ? TaskPace.Never : Pace.ReachesAt(StepEnd));

    internal override Fault? ErrorWhenDue => IsRun ? Refusal : base.ErrorWhenDue;

    /// <summary>Whether it works on its plan, and no other task may now.</summary>
    public bool IsAtWork => Pending is not (null or FindReportsCommand) && Refusal is null;

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.RecoveryPlanTask, Id);

    internal override RecoveryPlanTask Failed(Fault error, DateTimeOffset now) =>
        this with { Pending = null, WaitsFor = [], Waits = false, Error = error, Ended = now };
}
