using VasaSim.Core;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The prompts that the runs of recovery plans wait at: a plan has one at most.</summary>
internal static class PromptHandlers
{
    public static Outcome List(SrmCall call, World world) => PlanHandlers.With(call, world, plan =>
        Listing.Whole<UserPrompt>(call, PlanQueries.Prompt(world, plan) is { } step ? [step.ToPrompt()] : []));

    public static Outcome Show(SrmCall call, World world) => With(call, world, (_, step) => call.Entity(step.ToPrompt(), world));

    public static Outcome Dismiss(SrmCall call, World world) => With(call, world, (plan, step) =>
        PlanTasks.DismissPrompt(world, plan.Id, step.Callout!.Id) is { } fault ? Outcome.Failed(fault.ToFailure()) : Outcome.Done);

    private static Outcome With(SrmCall call, World world, Func<RecoveryPlan, PlanStep, Outcome> answer) => PlanHandlers.With(call, world, plan =>
        PlanQueries.Prompt(world, plan) is { } step && step.Callout!.Id == call.Path["prompt_id"]
            ? answer(plan, step)
            : Outcome.Failed(Admission.NotFound("prompt", call.Path["prompt_id"])));
}
