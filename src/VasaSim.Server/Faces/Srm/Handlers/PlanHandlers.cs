using VasaSim.Core;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>Recovery plans: what there is, and making, changing and deleting them.</summary>
internal static class PlanHandlers
{
    public static Outcome List(SrmCall call, World world) => Listing.Answer(
        call, world, world.Recovery.Plans.Select(new PlanTranslation(world, call.Scope).Plan), SrmJson.Newest.RecoveryPlanInfo);

    /// <summary>Those that have the protection group that the path names.</summary>
    public static Outcome ListOfGroup(SrmCall call, World world) => GroupHandlers.With(call, world, group => Listing.Answer(
        call,
        world,
        world.Recovery.Plans.Where(p => p.Groups.Contains(group.Id)).Select(new PlanTranslation(world, call.Scope).Plan),
        SrmJson.Newest.RecoveryPlanInfo));

    public static Outcome Show(SrmCall call, World world) => With(call, world, plan => call.Entity(new PlanTranslation(world, call.Scope).Plan(plan), world));

    public static Outcome ListIssues(SrmCall call, World world) => With(call, world, plan =>
        Listing.Answer(call, world, new PlanTranslation(world, call.Scope).Issues(plan), SrmJson.Newest.IssueInfo));

    public static Outcome ListGroups(SrmCall call, World world) => With(call, world, plan =>
    {
        GroupTranslation translation = new(world, call.Scope);
        return Listing.Answer(
            call,
            world,
            plan.Groups.Select(world.Recovery.FindGroup).OfType<ProtectionGroup>().Select(g => translation.Group(RecoveryQueries.Describe(world, g))),
            SrmJson.Newest.ProtectionGroupInfo);
    });

    public static Outcome ListTestNetworks(SrmCall call, World world) => With(call, world, plan =>
    {
        PlanTranslation translation = new(world, call.Scope);
        return Listing.Answer(call, world, PlanQueries.TestNetworks(world, plan).Select(n => translation.TestNetwork(plan, n)), SrmJson.Newest.TestNetworkMapping);
    });

    public static Outcome Create(SrmCall call, World world)
    {
        PlanSpecs specs = new(call);
        return specs.Read((RecoveryPlanCreateSpec)call.Body.Value!) is { } command
            ? Starting.Plan(call, world, null, command)
            : SrmCall.Wrong(specs.Problem!);
    }

    public static Outcome Reconfigure(SrmCall call, World world) => With(call, world, plan =>
    {
        PlanSpecs specs = new(call);
        return specs.Read((RecoveryPlanEditSpec)call.Body.Value!, plan) is { } command
            ? Starting.Plan(call, world, plan, command)
            : SrmCall.Wrong(specs.Problem!);
    });

    public static Outcome Delete(SrmCall call, World world) => With(call, world, plan => Starting.Plan(call, world, plan, new DeletePlanCommand()));

    /// <summary>Does something with the plan that the path names.</summary>
    public static Outcome With(SrmCall call, World world, Func<RecoveryPlan, Outcome> answer) => Find(call, world) is { } plan
        ? answer(plan)
        : Outcome.Failed(Admission.NotFound("recovery plan", call.Path["plan_id"]));

    /// <summary>The plan that the path names; null: there is none.</summary>
    public static RecoveryPlan? Find(SrmCall call, World world) =>
        call.Path.TryGetValue("plan_id", out string? id) && call.Ids.Read(DrIds.PlanType, id) is { } known ? world.Recovery.FindPlan(known) : null;
}
