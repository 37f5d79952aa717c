namespace VasaSim.Faults.Actions;

/// <summary>One step of a sequence. The last one goes on for ever.</summary>
public sealed record SequenceStep
{
    /// <summary>What happens; nothing, for a step that lets calls pass.</summary>
    public RuleAction Do { get; init; } = new();

    /// <summary>For how many calls.</summary>
    /// <value>Default: null, one.</value>
    public int? Times { get; init; }

    /// <summary>How many calls it lets pass; <see cref="int.MaxValue"/> for all.</summary>
    public int? Pass { get; init; }

    /// <summary>For how many calls it is the step.</summary>
    public int Length => Pass ?? Times ?? 1;
}
