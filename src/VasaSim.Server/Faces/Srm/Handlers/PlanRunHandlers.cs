using VasaSim.Core;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>Runs recovery plans. Whatever a body leaves out is not wanted.</summary>
internal static class PlanRunHandlers
{
    public static Outcome Test(SrmCall call, World world) =>
        Run(call, world, RunKind.Test, new RunOptions { SyncData = (call.Body.Value as TestPlanSpec)?.SyncData == true });

    public static Outcome CleanUp(SrmCall call, World world) =>
        Run(call, world, RunKind.Cleanup, new RunOptions { Forced = (call.Body.Value as CleanupTestPlanSpec)?.Forced == true });

    public static Outcome Reprotect(SrmCall call, World world) =>
        Run(call, world, RunKind.Reprotect, new RunOptions { Forced = (call.Body.Value as ReprotectPlanSpec)?.Forced == true });

    /// <summary>Nothing here replicates so that a running machine could be moved: what asks for that gets a recovery as any other.</summary>
    public static Outcome Recover(SrmCall call, World world)
    {
        RecoverPlanSpec? spec = call.Body.Value as RecoverPlanSpec;
        bool planned = spec?.PlannedFailover == true;
        bool skips = !planned && spec?.SkipProtectionSiteOperations == true;
        return skips && !world.Knobs.Recovery.ForceRecovery
            ? SrmCall.Wrong("'skip_protection_site_operations' needs the advanced setting recovery.forceRecovery, which is off.")
            : Run(call, world, RunKind.Recovery, new RunOptions { Planned = planned, SkipProtectedSite = skips, SyncData = !skips && spec?.SyncData == true });
    }

    public static Outcome Cancel(SrmCall call, World world) => PlanHandlers.With(call, world, plan =>
        PlanTasks.Cancel(world, plan.Id) is { } fault ? Outcome.Failed(fault.ToFailure(call.Path.Values)) : Outcome.Done);

    private static Outcome Run(SrmCall call, World world, RunKind kind, RunOptions options) =>
        PlanHandlers.With(call, world, plan => Starting.Plan(call, world, plan, new RunCommand(kind, options)));
}
