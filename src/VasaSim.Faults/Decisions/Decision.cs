using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Decisions;

/// <summary>What was decided by a rule for a call that it matches, for one value of its key.</summary>
public sealed record Decision
{
    /// <summary>The rule's id.</summary>
    public required string Rule { get; init; }

    /// <summary>The point of the call.</summary>
    public required CallPhase Phase { get; init; }

    /// <summary>The values of the key; empty when all calls count together.</summary>
    public required string Key { get; init; }

    /// <summary>The number of the call for that key, from 1.</summary>
    public required long Nth { get; init; }

    /// <summary>What was drawn, from 0 up to 1; null when there was no chance.</summary>
    public double? Drawn { get; init; }

    /// <summary>Whether the rule applies.</summary>
    public bool Fired { get; init; }

    /// <summary>The condition of <c>when</c> or the limit that did not hold; null when it fired.</summary>
    public string? Unmet { get; init; }

    /// <summary>The step of the sequence, from 0.</summary>
    public int? Step { get; init; }

    /// <summary>The type of the fault that is raised, of several the one drawn; null when none is.</summary>
    public string? Fault { get; init; }

    /// <summary>The groups that it applies to, as <c>faultDomain/id</c>.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether what was decided is something that no provider may do.</summary>
    public bool Illegal { get; init; }
}
