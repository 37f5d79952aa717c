using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;

namespace VasaSim.Server.Control;

/// <summary>What a rule decided of a call that it matches.</summary>
public sealed record DecisionReport
{
    /// <summary>The rule's id.</summary>
    public required string Rule { get; init; }

    /// <summary>The point of the call.</summary>
    public required string At { get; init; }

    /// <summary>The values of the key; empty when all calls count together.</summary>
    public required string Key { get; init; }

    /// <summary>The number of the call for that key, from 1.</summary>
    public required long Nth { get; init; }

    /// <summary>What was drawn; null when there was no chance.</summary>
    public required double? Drawn { get; init; }

    /// <summary>Whether the rule applied.</summary>
    public required bool Fired { get; init; }

    /// <summary>The first condition that did not hold; null when it applied.</summary>
    public required string? Unmet { get; init; }

    /// <summary>The step of the sequence, from 0.</summary>
    public required int? Step { get; init; }

    /// <summary>The type of the fault that is raised; null when none is.</summary>
    public required string? Fault { get; init; }

    /// <summary>The groups that it applied to.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Whether it is something that no provider may do.</summary>
    public required bool Illegal { get; init; }

    internal static DecisionReport Of(Decision decision) => new()
    {
        Rule = decision.Rule,
        At = RuleShapes.Word(decision.Phase),
        Key = decision.Key,
        Nth = decision.Nth,
        Drawn = decision.Drawn,
        Fired = decision.Fired,
        Unmet = decision.Unmet,
        Step = decision.Step,
        Fault = decision.Fault,
        Groups = decision.Groups,
        Illegal = decision.Illegal,
    };

    internal Decision ToDecision() => new()
    {
        Rule = Rule,
        Phase = RuleShapes.PhaseOf(At),
        Key = Key,
        Nth = Nth,
        Drawn = Drawn,
        Fired = Fired,
        Unmet = Unmet,
        Step = Step,
        Fault = Fault,
        Groups = Groups,
        Illegal = Illegal,
    };
}
