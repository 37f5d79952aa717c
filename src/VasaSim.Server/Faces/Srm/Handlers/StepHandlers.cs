using System.Globalization;
using VasaSim.Core;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The steps of recovery plans, and what their owners add to them.</summary>
internal static class StepHandlers
{
    /// <summary>The query parameter of the steps whose parts are listed.</summary>
    public const string ExpandedIds = "expanded_step_ids";

    /// <summary>What the published sample of a list of ids has between them.</summary>
    private static readonly char[] _betweenIds = [',', ' ', '[', ']', '\'', '"'];

    public static Outcome List(SrmCall call, World world) => With(call, world, (_, tree) =>
    {
        string[] texts = (call.Query.Text(ExpandedIds) ?? "").Split(_betweenIds, StringSplitOptions.RemoveEmptyEntries);
        return texts.FirstOrDefault(t => Number(t) is null) is { } wrong
            ? SrmCall.Wrong($"The query parameter '{ExpandedIds}' has '{wrong}'; legal are ids of steps with commas between.")
            : Listing.Whole(call, [.. tree.List([.. texts.Select(Number).OfType<int>()])]);
    });

    public static Outcome Show(SrmCall call, World world) => WithStep(call, world, (_, tree, id) => call.Entity(tree.Find(id)!, world));

    public static Outcome ShowCallout(SrmCall call, World world) => WithCallout(call, world, (plan, callout) => call.Entity(callout.ToWire(plan), world));

    /// <summary>The callout comes before the step of the plan that has its position; behind all of them it comes at the end.</summary>
    public static Outcome AddCallout(SrmCall call, World world) => With(call, world, (plan, tree) =>
    {
        CalloutCreateSpec spec = (CalloutCreateSpec)call.Body.Value!;
        RunKind kind = StepWords.KindOf(call.Path["view_mode"])!.Value;
        if (!StepQueries.TakesCallouts(kind))
        {
            return SrmCall.Wrong("'view_mode' is not legal; steps can be added to test and recovery.");
        }

        if (CalloutTranslation.Read(spec, "", out PlanCallout? callout) is { } problem)
        {
            return SrmCall.Wrong(problem);
        }

        if (spec.Position is not { } position || position < 0 || position > tree.Steps.Count)
        {
            return SrmCall.Wrong(string.Create(CultureInfo.InvariantCulture, $"'position' is not legal; legal is a whole number from 0 to {tree.Steps.Count}."));
        }

        PlanStep? own = tree.Steps.Skip(position).FirstOrDefault(s => s.Callout is null);
        PlanCallout? next = tree.Steps.ElementAtOrDefault(position)?.Callout;
        return Starting.Plan(call, world, plan, new AddCalloutCommand(callout! with { Run = kind, Before = own?.Kind }, next?.Id));
    });

    public static Outcome EditCallout(SrmCall call, World world) => WithCallout(call, world, (plan, callout) =>
        CalloutTranslation.Read((CalloutModifySpec)call.Body.Value!, callout.Id, out PlanCallout? changed) is { } problem
            ? SrmCall.Wrong(problem)
            : Starting.Plan(call, world, plan, new EditCalloutCommand(changed!)));

    public static Outcome Delete(SrmCall call, World world) => WithCallout(call, world, (plan, callout) =>
        Starting.Plan(call, world, plan, new RemoveCalloutCommand(callout.Id)));

    private static Outcome With(SrmCall call, World world, Func<RecoveryPlan, StepTree, Outcome> answer) => PlanHandlers.With(call, world, plan =>
    {
        string mode = call.Path["view_mode"];
        if (StepWords.KindOf(mode) is not { } kind)
        {
            return SrmCall.Wrong($"'view_mode' is '{mode}'; legal is one of test, recovery, cleanup, reprotect.");
        }

        PlanState state = PlanQueries.StateOf(world, plan, call.Scope.Here.Name);
        return StepQueries.AreShown(plan, kind, state)
            ? answer(plan, new StepTree(world, call.Ids, plan, kind))
            : SrmCall.Failed(SrmFault.InvalidState, $"The steps of the view mode '{mode}' are not there in the state {FaultTranslation.WordOf(state)} of the recovery plan.");
    });

    private static Outcome WithStep(SrmCall call, World world, Func<RecoveryPlan, StepTree, int, Outcome> answer) => With(call, world, (plan, tree) =>
        Number(call.Path["recovery_step_id"]) is { } id && tree.Find(id) is not null
            ? answer(plan, tree, id)
            : Outcome.Failed(Admission.NotFound("recovery step", call.Path["recovery_step_id"])));

    private static Outcome WithCallout(SrmCall call, World world, Func<RecoveryPlan, PlanCallout, Outcome> answer) => WithStep(call, world, (plan, tree, id) =>
        tree.FindCallout(id) is { } callout
            ? answer(plan, callout)
            : SrmCall.Wrong($"The recovery step '{id}' is no callout."));

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
