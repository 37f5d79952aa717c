namespace VasaSim.Core.Recovery.Plans.Model;

/// <summary>A run of a plan: what was asked for, and how far each step is.</summary>
public sealed record PlanRun
{
    /// <summary>What it does.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>What its caller wants of it.</summary>
    public required RunOptions Options { get; init; }

    /// <summary>The task that it is.</summary>
    public required string Task { get; init; }

    /// <summary>Its number among all runs.</summary>
    public required long Number { get; init; }

    /// <summary>Who started it.</summary>
    public required string User { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The groups that it is about, by id.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Its steps in their order.</summary>
    public required IReadOnlyList<PlanStep> Steps { get; init; }

    /// <summary>Recovery: nothing was, or could be, done at the protected site.</summary>
    public bool Apart { get; init; }

    /// <summary>Whether it ends with the step that runs.</summary>
    public bool Cancelling { get; init; }

    /// <summary>When it ended; null: it runs, or was interrupted.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>What it came to; null until it has ended.</summary>
    public RunResult? Result { get; init; }

    /// <summary>The step that runs; null: none does.</summary>
    public PlanStep? Current => Steps.FirstOrDefault(s => s.Status == StepStatus.Running);

    /// <summary>How much of it is done, 0 to 100 percent.</summary>
    public int Percent => Ended is not null || Steps.Count == 0 ? 100 : 100 * Steps.Count(s => s.IsOver) / Steps.Count;

    /// <summary>Whether a step that changes what is replicated has begun.</summary>
    public bool TouchedStorage => Steps.Any(s => s.Kind is StepKind.PrepareProtectedStorage or StepKind.PrepareStorage && s.Started is not null);

    /// <summary>Whether it left all as it was: a recovery that ended early, or a test that was cancelled so.</summary>
    public bool LeftNoTrace => !TouchedStorage && Kind switch
    {
        RunKind.Recovery => Options.Planned && Result is RunResult.Errors or RunResult.Cancelled,
        RunKind.Test => Result == RunResult.Cancelled,
        _ => false,
    };
}

/// <summary>What a run does.</summary>
public enum RunKind
{
    /// <summary>Brings up copies.</summary>
    Test,

    /// <summary>Removes the copies of a test.</summary>
    Cleanup,

    /// <summary>Recovers.</summary>
    Recovery,

    /// <summary>Protects what was recovered, the other way.</summary>
    Reprotect,
}

/// <summary>What a caller wants of a run.</summary>
public sealed record RunOptions
{
    /// <summary>Test and recovery: transfer what changed first.</summary>
    public bool SyncData { get; init; }

    /// <summary>Recovery: with the protected site, and not at all without it.</summary>
    public bool Planned { get; init; }

    /// <summary>Recovery that is not planned: leave the protected site alone.</summary>
    public bool SkipProtectedSite { get; init; }

    /// <summary>Cleanup and reprotect: what goes wrong is but a warning.</summary>
    public bool Forced { get; init; }
}

/// <summary>What a run came to.</summary>
public enum RunResult
{
    /// <summary>All went well.</summary>
    Success,

    /// <summary>It was done, yet there is something to say.</summary>
    Warnings,

    /// <summary>Something was not done.</summary>
    Errors,

    /// <summary>Somebody ended it.</summary>
    Cancelled,
}
