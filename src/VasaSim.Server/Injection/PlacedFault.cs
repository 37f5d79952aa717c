using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;

namespace VasaSim.Server.Injection;

/// <summary>A fault that a rule raises, and where the rule has it.</summary>
/// <param name="Fault">The fault, or several of which one is drawn.</param>
/// <param name="Shape">How it is told.</param>
/// <param name="Path">Where it stands in the rule, such as <c>do.fault</c>.</param>
internal sealed record PlacedFault(FaultSpec Fault, FaultShape Shape, string Path)
{
    /// <summary>The faults of a rule, in the order in which they are written.</summary>
    public static IEnumerable<PlacedFault> Of(Rule rule) => PlacedAction.Of(rule).SelectMany(a => Of(a.Action, a.Path));

    /// <summary>Whether its shape, or any for one that is told as the operation would, is among the legal ones.</summary>
    public bool IsLegal(IReadOnlyList<FaultShape> shapes) => Shape == FaultShape.Auto ? shapes.Count > 0 : shapes.Contains(Shape);

    private static IEnumerable<PlacedFault> Of(RuleAction action, string path)
    {
        if (action.Fault is { } fault)
        {
            yield return new PlacedFault(fault, action.As ?? FaultShape.Auto, $"{path}.fault");
        }

        if (action.Task?.With is { } with)
        {
            yield return new PlacedFault(with, FaultShape.TaskError, $"{path}.task.with");
        }

        if (action.Task?.Then is { Fault: { } then } end)
        {
            yield return new PlacedFault(then, end.As ?? FaultShape.Auto, $"{path}.task.then.fault");
        }
    }
}
