using VasaSim.Configuration;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm;
using VasaSim.Server.Faces.Vcda;
using VasaSim.Vmodl;

namespace VasaSim.Server.Injection;

/// <summary>Checks rules against the APIs.</summary>
/// <param name="faces">What the APIs have, each another.</param>
public sealed class RuleCatalog(IReadOnlyList<IFaceCatalog> faces) : IRuleCatalog
{
    private static readonly IFaceCatalog[] _all =
        [new VmodlCatalog(FaceNames.Sms, Contracts.Sms), new VmodlCatalog(FaceNames.Vim, Contracts.Vim), new VcdaCatalog(), new SrmCatalog()];

    /// <summary>Makes the catalog of all APIs.</summary>
    public RuleCatalog()
        : this(_all)
    {
    }

    /// <inheritdoc/>
    public IEnumerable<RuleProblem> ProblemsOf(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        IFaceCatalog[] admitted = [.. faces.Where(f => rule.Match.Face?.Contains(f.Face) != false)];
        Meant[] operations = [.. admitted.SelectMany(f => f.Operations.Where(o => IsMeant(rule.Match, o)).Select(o => Mean(rule, f, o.Name)))];
        return
        [
            .. OperationProblems(rule.Match, admitted),
            .. PlacedFault.Of(rule).SelectMany(f => FaultProblems(rule, f, admitted, operations)),
            .. MixedFaults(rule, admitted),
            .. PlacedAction.Of(rule).SelectMany(a => ActionProblems(rule, a, admitted, operations)),
        ];
    }

    /// <inheritdoc/>
    public bool IsFor(Rule rule, string face, string operation)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Find(face) is not { } known
            || (PlacedFault.Of(rule).All(f => HasFault(rule, known, f)) && (rule.AllowIllegal || IsLegal(rule, face, operation))
                && PlacedAction.Of(rule).All(a => known.Takes(operation, a.Action)));
    }

    /// <inheritdoc/>
    public bool IsLegal(Rule rule, string face, string operation)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Find(face) is not { } known
            || known.Operations.All(o => o.Name != operation)
            || PlacedFault.Of(rule).All(f => f.Fault.Types.All(t => Mean(rule, known, operation).CanRaise(f, t)));
    }

    private static IEnumerable<RuleProblem> OperationProblems(Match match, IFaceCatalog[] admitted)
    {
        string[] names = [.. admitted.SelectMany(f => f.Operations).Select(o => o.Name)];
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

    private static IEnumerable<RuleProblem> FaultProblems(Rule rule, PlacedFault placed, IFaceCatalog[] admitted, Meant[] operations)
    {
        foreach (string name in placed.Fault.Types)
        {
            IFaceCatalog[] knowing = [.. admitted.Where(f => Knows(rule, f, name))];
            if (knowing.Length == 0)
            {
                string[] names = [.. admitted.SelectMany(f => f.Faults).Distinct()];
                yield return new RuleProblem(placed.Path, $"no fault is called '{name}'{DidYouMean.Hint(name, names)}");
                continue;
            }

            // It is enough that one API takes the members; the rule is for its calls then.
            IReadOnlyList<RuleProblem>[] problems = [.. knowing.Select(f => f.ProblemsOf(name, placed.Fault.Fields))];
            foreach (RuleProblem problem in problems.Any(p => p.Count == 0) ? [] : problems[0])
            {
                yield return problem with { Path = problem.Path.Length == 0 ? placed.Path : $"{placed.Path}.{problem.Path}" };
            }

            if (!rule.AllowIllegal && IllegalBy(rule, placed, name, admitted, operations) is { } illegal)
            {
                yield return new RuleProblem(placed.Path, illegal);
            }
        }
    }

    // As with faults: those that are named must all be able, of others one is enough.
    private static IEnumerable<RuleProblem> ActionProblems(Rule rule, PlacedAction placed, IFaceCatalog[] admitted, Meant[] operations)
    {
        Meant[] unable = [.. operations.Where(o => !o.Face.Takes(o.Operation, placed.Action))];
        bool named = rule.Match.Operation?.All(g => g.IsLiteral) == true;
        if (unable.Length > 0 && (named || unable.Length == operations.Length))
        {
            string key = placed.Action.Peer is null ? "protectionStatus" : "peer";
            string[] able = [.. admitted.SelectMany(f => f.Operations.Where(o => f.Takes(o.Name, placed.Action))).Select(o => o.Name)];
            string others = able.Length == 0 ? "none of its API does" : $"those that do: {Problems.List(able)}";
            yield return new RuleProblem($"{placed.Path}.{key}", $"{(named ? unable[0].Operation : "none of these operations")} {(named ? "takes no" : "takes")} {key}; {others}");
        }
    }

    // A rule is for the calls of APIs that have all its faults.
    private static IEnumerable<RuleProblem> MixedFaults(Rule rule, IFaceCatalog[] admitted)
    {
        string[] faults = [.. PlacedFault.Of(rule).SelectMany(f => f.Fault.Types).Distinct()];
        return faults.All(t => admitted.Any(f => Knows(rule, f, t))) && !admitted.Any(f => faults.All(t => Knows(rule, f, t))) && faults.Length > 0
            ? [new RuleProblem("do", $"no one API has all of these faults: {Problems.List(faults)}")]
            : [];
    }

    // Operations that are named one by one must all be able to raise it; of those meant otherwise, one is enough, and the
    // rule is for those that are.
    private static string? IllegalBy(Rule rule, PlacedFault placed, string fault, IFaceCatalog[] admitted, Meant[] operations)
    {
        string shape = placed.Shape is FaultShape.Auto ? "" : $" as {RuleShapes.Word(placed.Shape)}";
        bool named = rule.Match.Operation?.All(g => g.IsLiteral) == true;
        Meant[] unable = [.. operations.Where(o => !o.CanRaise(placed, fault))];
        if (named)
        {
            // Of operations of one name in several APIs, one is enough too.
            string[] able = [.. operations.Except(unable).Select(o => o.Operation)];
            unable = [.. unable.Where(o => !able.Contains(o.Operation))];
        }

        if (named ? unable.Length == 0 : unable.Length < operations.Length)
        {
            return null;
        }

        string who = named ? unable[0].Operation : "none of these operations";
        string others = named && unable[0].ShapesOf(fault) is { Count: > 0 } shapes
            ? $"it does as {string.Join(" or ", shapes.Select(RuleShapes.Word))}"
            : $"those that do: {Problems.List([.. Able(rule, placed, fault, admitted)])}";
        return $"{who} {(named ? "does not raise" : "raises")} {fault}{shape}; {others}; allowIllegal: true raises it all the same";
    }

    private static IEnumerable<string> Able(Rule rule, PlacedFault placed, string fault, IFaceCatalog[] admitted) => admitted
        .SelectMany(f => f.Operations.Select(o => Mean(rule, f, o.Name)))
        .Where(o => o.CanRaise(placed, fault))
        .Select(o => o.Operation);

    private static bool HasFault(Rule rule, IFaceCatalog face, PlacedFault placed) =>
        placed.Fault.Types.All(t => Knows(rule, face, t) && face.ProblemsOf(t, placed.Fault.Fields).Count == 0);

    private static bool IsMeant(Match match, CatalogOperation operation) =>
        match.Operation?.Any(g => g.Fits(operation.Name)) != false
        && match.Kind?.Contains(operation.Kind) != false
        && (match.Groups is null || operation.NamesGroups);

    private IFaceCatalog? Find(string face) => faces.FirstOrDefault(f => f.Face == face);

    private static bool Knows(Rule rule, IFaceCatalog face, string fault) => face.Faults.Contains(fault) || MayBeOther(rule, face);

    // Of a rule for several APIs it could not be told for which of them such a fault is meant.
    private static bool MayBeOther(Rule rule, IFaceCatalog face) => face.TakesOtherFaults && rule.Match.Face is [{ } only] && only == face.Face;

    private static Meant Mean(Rule rule, IFaceCatalog face, string operation) => new(face, operation, MayBeOther(rule, face));

    private sealed record Meant(IFaceCatalog Face, string Operation, bool AnyFault)
    {
        public IReadOnlyList<FaultShape> ShapesOf(string fault) => AnyFault || Face.Faults.Contains(fault) ? Face.ShapesOf(Operation, fault) : [];

        public bool CanRaise(PlacedFault placed, string fault) => placed.IsLegal(ShapesOf(fault));
    }
}
