namespace VasaSim.Core.Recovery.Plans.Model;

/// <summary>What the owner of a plan added to its steps.</summary>
public sealed record PlanCallout
{
    /// <summary>A UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The command, or what the prompt says.</summary>
    public required string Content { get; init; }

    /// <summary>What it does.</summary>
    public required CalloutKind Kind { get; init; }

    /// <summary>How long a command may take; none takes longer than a step does.</summary>
    public TimeSpan Timeout { get; init; }

    /// <summary>The runs that it belongs to: tests or recoveries. Of a machine it belongs to both.</summary>
    public RunKind Run { get; init; }

    /// <summary>The step that it comes before; null: at the end.</summary>
    public StepKind? Before { get; init; }
}

/// <summary>What a callout does.</summary>
public enum CalloutKind
{
    /// <summary>Waits until somebody dismisses it.</summary>
    Prompt,

    /// <summary>Runs a command on the recovered machine.</summary>
    RunOnMachine,

    /// <summary>Runs a command on the server.</summary>
    RunOnServer,
}
