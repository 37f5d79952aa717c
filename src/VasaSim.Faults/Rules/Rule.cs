using VasaSim.Faults.Actions;

namespace VasaSim.Faults.Rules;

/// <summary>One rule: which calls, when, at which point of the call, and what happens. Does not change.</summary>
public sealed record Rule
{
    /// <summary>The name by which it is changed, logged and drawn for.</summary>
    /// <value>Default: <c>r1</c>, <c>r2</c> … by its place.</value>
    public string Id { get; init; } = "";

    /// <summary>What it is for, for people.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is in force.</summary>
    /// <value>Default: true.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>Rules with a higher one are asked first; equal ones in the order of the set.</summary>
    /// <value>Default: 0.</value>
    public int Priority { get; init; }

    /// <summary>Which calls.</summary>
    public Match Match { get; init; } = new();

    /// <summary>Which of the matching calls.</summary>
    public When When { get; init; } = new();

    /// <summary>At which point of the call.</summary>
    /// <value>Default: null, what suits the action; see <see cref="Phase"/>.</value>
    public CallPhase? At { get; init; }

    /// <summary>What happens.</summary>
    public RuleAction Do { get; init; } = new();

    /// <summary>Whether the rules after it are asked too.</summary>
    /// <value>Default: false.</value>
    public bool Continue { get; init; }

    /// <summary>Whether it may do what no provider may: raise a fault that the operation does not have.</summary>
    /// <value>Default: false.</value>
    public bool AllowIllegal { get; init; }

    /// <summary>When it is spent by itself.</summary>
    public RuleLimits? Limits { get; init; }

    /// <summary>The point of the call at which it is asked.</summary>
    public CallPhase Phase => At ?? Do.DefaultPhase;
}
