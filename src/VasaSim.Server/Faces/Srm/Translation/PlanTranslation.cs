using VasaSim.Core;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>Says recovery plans in the API's words. Used in turns on the world.</summary>
internal sealed class PlanTranslation(World world, SrmScope scope)
{
    private readonly DrIds _ids = new(scope);

    /// <summary>A plan as the site that answers sees it.</summary>
    public RecoveryPlanInfo Plan(RecoveryPlan plan) => new()
    {
        Id = _ids.Plan(plan.Id),
        Status = PlanQueries.StateOf(world, plan, scope.Here.Name),
        ProtectedSiteName = plan.ProtectedSite,
        RecoverySiteName = plan.RecoverySite,
        ProtectedVcGuid = scope.VcenterIdOf(_ids.SiteNamed(plan.ProtectedSite)),
        RecoveryVcGuid = scope.VcenterIdOf(_ids.SiteNamed(plan.RecoverySite)),
        Name = plan.Name,
        Description = plan.Description,
        Location = _ids.Folder(plan.Folder),
        LocationName = FolderTree.NameOf(world, plan.Folder),
        Progress = PlanQueries.PercentOf(world, plan),
        IsRunning = PlanQueries.IsRunning(world, plan),
    };

    /// <summary>What is wrong with a plan, and with the machines of its groups.</summary>
    public IEnumerable<IssueInfo> Issues(RecoveryPlan plan)
    {
        PlanState state = PlanQueries.StateOf(world, plan, scope.Here.Name);
        GroupTranslation groups = new(world, scope);
        return
        [
            .. ProblemOf(state) is var (status, text)
                ? [new IssueInfo(
                    _ids.Plan(plan.Id), plan.Name, text, (plan.Run?.Ended ?? world.Now).ToUnixTimeMilliseconds(), status, IssueType.RecoveryPlan)]
                : Array.Empty<IssueInfo>(),
            .. plan.Groups.Select(world.Recovery.FindGroup).OfType<ProtectionGroup>().SelectMany(groups.Issues),
        ];
    }

    /// <summary>A network that tests use.</summary>
    public TestNetworkMapping TestNetwork(RecoveryPlan plan, UsedTestNetwork network) => new()
    {
        TargetNetwork = _ids.InVcenter(MappingKind.TestNetwork, network.Target, plan.RecoverySite),
        TestNetwork = _ids.InVcenter(MappingKind.TestNetwork, network.Test, plan.RecoverySite),
        Id = network.Id,
        TestNetworkName = InventoryNames.Of(world, network.Test),
    };

    // The states that somebody has to do something about.
    private static (IssueStatus Status, string Text)? ProblemOf(PlanState state) => state switch
    {
        PlanState.NoProtectionGroups => (IssueStatus.Warning, "The plan has no protection groups."),
        PlanState.ProtectionGroupsInUse => (IssueStatus.Warning, "Another plan holds protection groups of the plan."),
        PlanState.DisasterRecoveryComplete => (IssueStatus.Warning, "The protected site was not there for the recovery; run it again when it is."),
        PlanState.RecoveryStarted => (IssueStatus.Warning, "The recovery site has begun a recovery and cannot be reached."),
        PlanState.PartialRecovery => (IssueStatus.Warning, "Only some protection groups of the plan were recovered."),
        PlanState.PartialReprotect => (IssueStatus.Warning, "Only some protection groups of the plan were reprotected."),
        PlanState.DirectionError => (IssueStatus.Error, "Protection groups of the plan replicate in different directions."),
        PlanState.CleanupIncomplete or PlanState.IncompleteRecovery or PlanState.IncompleteReprotect =>
            (IssueStatus.Error, "The last run of the plan had errors; its history has them."),
        PlanState.TestInterrupted or PlanState.CleanupInterrupted or PlanState.RecoveryInterrupted or PlanState.ReprotectInterrupted =>
            (IssueStatus.Error, "The last run of the plan was interrupted; run it again."),
        PlanState.RecoverySplitBrain => (IssueStatus.Error, "The protected site does not know of the recovery; run it again."),
        PlanState.UnknownState => (IssueStatus.Error, "Of a protection group of the plan nothing is there."),
        PlanState.SyncConflict => (IssueStatus.Error, "Both sites changed the plan while they could not reach each other; reconfigure it."),
        _ => null,
    };
}
