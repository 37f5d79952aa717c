using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;

namespace VasaSim.Server.Injection;

/// <summary>Something that a rule does, and where the rule has it.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Path">Where it stands in the rule, such as <c>do</c> or <c>do.sequence.0</c>.</param>
internal sealed record PlacedAction(RuleAction Action, string Path)
{
    /// <summary>What a rule does, in the order in which it is written.</summary>
    public static IEnumerable<PlacedAction> Of(Rule rule) =>
        rule.Do.Sequence is { } steps ? steps.Select((s, i) => new PlacedAction(s.Do, $"do.sequence.{i}")) : [new PlacedAction(rule.Do, "do")];
}
