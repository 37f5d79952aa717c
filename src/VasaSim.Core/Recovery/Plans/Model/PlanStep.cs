using VasaSim.Core.Faults;

namespace VasaSim.Core.Recovery.Plans.Model;

/// <summary>A step of a run.</summary>
public sealed record PlanStep
{
    /// <summary>What it does.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>How it is.</summary>
    public StepStatus Status { get; init; }

    /// <summary>When it began; null: it did not.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The machines that it is about, by the ids they had when the run began.</summary>
    public IReadOnlyList<string> Machines { get; init; } = [];

    /// <summary>What its plan's owner added; null for the other kinds of steps.</summary>
    public PlanCallout? Callout { get; init; }

    /// <summary>The tasks that it started, by id.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>What went wrong.</summary>
    public IReadOnlyList<StepProblem> Errors { get; init; } = [];

    /// <summary>What there is to say although it was done.</summary>
    public IReadOnlyList<StepProblem> Warnings { get; init; } = [];

    /// <summary>Whether there is nothing more to come of it.</summary>
    public bool IsOver => Status is not (StepStatus.Inactive or StepStatus.Running);
}

/// <summary>Something wrong in a step.</summary>
/// <param name="What">What it is about, such as a replication group; null: the step as a whole.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record StepProblem(string? What, Fault Fault);

/// <summary>How a step is.</summary>
public enum StepStatus
{
    /// <summary>It has not begun.</summary>
    Inactive,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>The run ended before it.</summary>
    Cancelled,

    /// <summary>There is nothing for it to do.</summary>
    Skipped,

    /// <summary>An earlier run did all of it.</summary>
    AlreadyDone,

    /// <summary>It was done.</summary>
    Success,

    /// <summary>It was done, yet there is something to say.</summary>
    Warning,

    /// <summary>Something of it was not done.</summary>
    Error,
}

/// <summary>What a step does, in the order of the steps.</summary>
public enum StepKind
{
    /// <summary>Cleanup: powers off the copies.</summary>
    PowerOffTestMachines,

    /// <summary>Test and recovery: transfers what changed.</summary>
    PresyncStorage,

    /// <summary>Recovery: shuts down the machines at the protected site.</summary>
    ShutDownMachines,

    /// <summary>Cleanup, and recovery of what was recovered from there before: resumes what was suspended.</summary>
    ResumeMachines,

    /// <summary>Test and recovery: wakes hosts at the recovery site.</summary>
    RestoreHosts,

    /// <summary>Recovery: lets nothing be written at the protected site any more.</summary>
    PrepareProtectedStorage,

    /// <summary>Recovery: transfers what was written last.</summary>
    SyncStorage,

    /// <summary>Test and recovery: suspends machines at the recovery site.</summary>
    SuspendMachines,

    /// <summary>Test and recovery: makes the replicas, or copies of them, usable.</summary>
    PrepareStorage,

    /// <summary>Test and recovery: gives hosts and networks what the machines need.</summary>
    ConfigureStorage,

    /// <summary>Test and recovery: powers on the machines that come first.</summary>
    RecoverPriority1,

    /// <summary>Test and recovery: powers on the machines that come second.</summary>
    RecoverPriority2,

    /// <summary>Test and recovery: powers on the machines that come third.</summary>
    RecoverPriority3,

    /// <summary>Test and recovery: powers on the machines that come fourth.</summary>
    RecoverPriority4,

    /// <summary>Test and recovery: powers on the machines that come last.</summary>
    RecoverPriority5,

    /// <summary>Cleanup: removes the copies.</summary>
    RestoreStorage,

    /// <summary>Reprotect: reverses replication.</summary>
    ReverseReplication,

    /// <summary>Reprotect: protects the recovered machines, with those of before as placeholders.</summary>
    CreatePlaceholders,

    /// <summary>Reprotect: transfers what changed since the recovery.</summary>
    FinalizeStorage,

    /// <summary>What the plan's owner added.</summary>
    Callout,
}
