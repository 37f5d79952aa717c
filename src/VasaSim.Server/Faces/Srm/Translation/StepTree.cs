using System.Globalization;
using VasaSim.Core;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>
/// Says the steps of a kind of run of a plan in the API's words: a tree of steps and their parts, in which each has its number
/// in the whole tree for its id, whichever of them are listed. Used in turns on the world.
/// </summary>
internal sealed class StepTree
{
    private readonly World _world;
    private readonly DrIds _ids;
    private readonly RecoveryPlan _plan;
    private readonly RunKind _kind;
    private readonly List<Node> _nodes = [];

    /// <summary>Looks at the steps.</summary>
    public StepTree(World world, DrIds ids, RecoveryPlan plan, RunKind kind)
    {
        (_world, _ids, _plan, _kind) = (world, ids, plan, kind);
        Steps = PlanQueries.Steps(world, plan, kind);
        foreach (PlanStep step in Steps)
        {
            Add(step);
        }
    }

    /// <summary>The steps without their parts.</summary>
    public IReadOnlyList<PlanStep> Steps { get; }

    /// <summary>The steps in their order, each with its parts behind it when they are wanted.</summary>
    /// <param name="expanded">The ids of the steps whose parts are wanted; others mean nothing.</param>
    public IEnumerable<RecoveryStep> List(IReadOnlyCollection<int> expanded) => _nodes
        .Where(n => n.Parent is not { } parent || expanded.Contains(parent))
        .Select(n => n.Wire with { Expanded = n.Wire.ChildCount > 0 && expanded.Contains(n.Wire.Id) });

    /// <summary>A step or part; null: there is none.</summary>
    public RecoveryStep? Find(int id) => _nodes.ElementAtOrDefault(id)?.Wire;

    /// <summary>The callout that a step is; null: it is none.</summary>
    public PlanCallout? FindCallout(int id) => _nodes.ElementAtOrDefault(id)?.Callout;

    private void Add(PlanStep step)
    {
        IReadOnlyList<StepPart> parts = StepQueries.Parts(_world, _plan, _kind, step);
        RecoveryStep told = new()
        {
            Id = _nodes.Count,
            StepNumber = (_nodes.Count(n => n.Parent is null) + 1).ToString(CultureInfo.InvariantCulture),
            Title = StepWords.TitleOf(_kind, step),
            Depth = 0,
            ChildCount = parts.Count,
            Expanded = false,
            Status = step.Status,
            Progress = StepQueries.PercentOf(_world, _plan, step),
            StartTime = step.Started?.ToUnixTimeMilliseconds(),
            FinishTime = step.Ended?.ToUnixTimeMilliseconds(),
            Errors = Texts(step.Errors),
            Warnings = Texts(step.Warnings),
        };
        _nodes.Add(new Node(step.Callout is { } callout ? Placed(told, callout) : told, null, step.Callout));
        foreach ((int index, StepPart part) in parts.Index())
        {
            _nodes.Add(new Node(PartOf(told, part, _nodes.Count, index + 1), told.Id, null));
        }
    }

    private RecoveryStep PartOf(RecoveryStep step, StepPart part, int id, int number) => step with
    {
        Id = id,
        StepNumber = string.Create(CultureInfo.InvariantCulture, $"{step.StepNumber}.{number}"),
        Title = part.Name,
        Depth = 1,
        ChildCount = 0,
        Status = part.Status,
        Errors = Texts(part.Errors),
        Warnings = Texts(part.Warnings),
        ReferredObject = part.Site is { } site ? _ids.InVcenter(DrIds.MachineType, part.Id, site) : _ids.Group(part.Id),
    };

    private RecoveryStep Placed(RecoveryStep step, PlanCallout callout)
    {
        CalloutPlace place = CalloutPlace.Of(_plan, callout);
        return place.Machine is { } machine
            ? step with { VmCalloutPositionSpec = new(_ids.InVcenter(DrIds.MachineType, machine, _plan.ProtectedSite), place.BeforePowerOn, place.Index) }
            : step with { PlanCalloutPositionSpec = new(place.Index, StepWords.PositionBefore(callout.Before)) };
    }

    private static string[]? Texts(IReadOnlyList<StepProblem> problems) => problems.Count == 0 ? null : [.. problems.Select(FaultTranslation.ToText)];

    private sealed record Node(RecoveryStep Wire, int? Parent, PlanCallout? Callout);
}
