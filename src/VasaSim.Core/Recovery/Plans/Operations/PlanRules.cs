using VasaSim.Core.Recovery.Plans.Queries;

namespace VasaSim.Core.Recovery.Plans.Operations;

/// <summary>What can be done to a plan in each state. Where the public documents do not say it, it is what leads on from there.</summary>
public static class PlanRules
{
    private static readonly PlanOperation[] _edit = [PlanOperation.Reconfigure, PlanOperation.Delete];

    /// <summary>What can be done in a state.</summary>
    public static IReadOnlyList<PlanOperation> Allowed(PlanState state) => state switch
    {
        PlanState.ReadyState => [PlanOperation.Test, PlanOperation.Recover, .. _edit],
        PlanState.NoProtectionGroups or PlanState.DirectionError or PlanState.ProtectionGroupsInUse or PlanState.UnknownState
            or PlanState.SyncConflict => _edit,
        PlanState.TestInProgress or PlanState.RecoveryInProgress => [PlanOperation.Cancel],
        PlanState.WaitingForUserInput => [PlanOperation.DismissPrompt, PlanOperation.Cancel],
        PlanState.TestComplete or PlanState.CleanupIncomplete or PlanState.CleanupInterrupted => [PlanOperation.Cleanup],
        PlanState.TestInterrupted => [PlanOperation.Test, PlanOperation.Cleanup],
        PlanState.RecoveryComplete => [PlanOperation.Reprotect, PlanOperation.Delete],
        PlanState.PartialRecovery or PlanState.RecoverySplitBrain or PlanState.IncompleteRecovery or PlanState.RecoveryInterrupted =>
            [PlanOperation.Recover],
        PlanState.IncompleteReprotect or PlanState.PartialReprotect or PlanState.ReprotectInterrupted => [PlanOperation.Reprotect],
        _ => [],
    };

    /// <summary>Whether something can be done in a state.</summary>
    public static bool Allows(PlanState state, PlanOperation operation) => Allowed(state).Contains(operation);
}
