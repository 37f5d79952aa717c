using VasaSim.Configuration;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;
using VasaSim.Vmodl;

namespace VasaSim.Server.Injection;

/// <summary>Checks rules against the API.</summary>
public sealed class RuleCatalog : IRuleCatalog
{
    private static readonly OperationInfo[] _operations = [.. Contracts.Sms.Operations.Concat(Contracts.Vim.Operations)];

    /// <inheritdoc/>
    public IEnumerable<RuleProblem> ProblemsOf(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        OperationInfo[] operations = [.. _operations.Where(o => IsMeant(rule.Match, o))];
        return [.. OperationProblems(rule.Match), .. FaultsOf(rule).SelectMany(f => FaultProblems(rule, f, operations))];
    }

    /// <inheritdoc/>
    public bool IsLegal(Rule rule, string operation)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return _operations.FirstOrDefault(o => o.Name == operation) is not { } known || FaultsOf(rule).All(f => IsLegal(rule, f, known));
    }

    private static IEnumerable<RuleProblem> OperationProblems(Match match)
    {
        string[] names = [.. _operations.Where(o => match.Face?.Contains(o.Service.Name) != false).Select(o => o.Name)];
        IReadOnlyList<Glob> globs = match.Operation ?? [];
        for (int i = 0; i < globs.Count; i++)
        {
            if (!names.Any(globs[i].Fits))
            {
                yield return new RuleProblem(
                    $"match.operation.{i}", $"no operation is called '{globs[i]}'{DidYouMean.Hint(globs[i].Pattern, names)}");
            }
        }
    }

    private static IEnumerable<RuleProblem> FaultProblems(Rule rule, PlacedFault placed, OperationInfo[] operations)
    {
        foreach (string name in placed.Fault.Types)
        {
            if (FaultFactory.Find(name) is not { } type)
            {
                string[] names = [.. FaultFactory.Types.Select(t => t.Name)];
                yield return new RuleProblem(placed.Path, $"no fault is called '{name}'{DidYouMean.Hint(name, names)}");
                continue;
            }

            foreach (RuleProblem problem in FaultFactory.ProblemsOf(type, placed.Fault.Fields))
            {
                yield return problem with { Path = problem.Path.Length == 0 ? placed.Path : $"{placed.Path}.{problem.Path}" };
            }

            if (!rule.AllowIllegal && IllegalBy(rule, placed, type, operations) is { } illegal)
            {
                yield return new RuleProblem(placed.Path, illegal);
            }
        }
    }

    // Operations that are named one by one must all be able to raise it; of those meant otherwise, one is enough, and the
    // rule is for those that are.
    private static string? IllegalBy(Rule rule, PlacedFault placed, DataTypeInfo type, OperationInfo[] operations)
    {
        string shape = placed.Shape is FaultShape.Auto ? "" : $" as {RuleShapes.Word(placed.Shape)}";
        bool named = rule.Match.Operation?.All(g => g.IsLiteral) == true;
        OperationInfo[] unable = [.. operations.Where(o => !IsLegal(placed.Shape, type, o))];
        if (named ? unable.Length == 0 : unable.Length < operations.Length)
        {
            return null;
        }

        string who = named ? unable[0].Name : "none of these operations";
        string[] able = [.. _operations.Where(o => IsLegal(placed.Shape, type, o)).Select(o => o.Name)];
        string others = named && FaultLegality.ShapesOf(unable[0], type) is { Count: > 0 } shapes
            ? $"it does as {string.Join(" or ", shapes.Select(RuleShapes.Word))}"
            : $"those that do: {Problems.List(able)}";
        return $"{who} {(named ? "does not raise" : "raises")} {type.Name}{shape}; {others}; allowIllegal: true raises it all the same";
    }

    private static bool IsLegal(Rule rule, PlacedFault placed, OperationInfo operation) =>
        placed.Fault.Types.All(t => FaultFactory.Find(t) is { } type && IsLegal(placed.Shape, type, operation));

    private static bool IsLegal(FaultShape shape, DataTypeInfo type, OperationInfo operation)
    {
        IReadOnlyList<FaultShape> legal = FaultLegality.ShapesOf(operation, type);
        return shape == FaultShape.Auto ? legal.Count > 0 : legal.Contains(shape);
    }

    private static bool IsMeant(Match match, OperationInfo operation) =>
        match.Face?.Contains(operation.Service.Name) != false
        && match.Operation?.Any(g => g.Fits(operation.Name)) != false
        && match.Kind?.Contains(OperationKinds.Of(operation)) != false
        && (match.Groups is null || OperationKinds.HasGroupResults(operation));

    private static IEnumerable<PlacedFault> FaultsOf(Rule rule) => rule.Do.Sequence is { } steps
        ? steps.SelectMany((s, i) => FaultsOf(s.Do, $"do.sequence.{i}"))
        : FaultsOf(rule.Do, "do");

    private static IEnumerable<PlacedFault> FaultsOf(RuleAction action, string path)
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

    private sealed record PlacedFault(FaultSpec Fault, FaultShape Shape, string Path);
}
