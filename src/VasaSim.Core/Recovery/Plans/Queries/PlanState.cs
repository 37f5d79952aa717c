namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>The state of a plan. The names are those of the Site Recovery Manager.</summary>
public enum PlanState
{
    /// <summary>It can be tested and run.</summary>
    ReadyState,

    /// <summary>It has no groups.</summary>
    NoProtectionGroups,

    /// <summary>Not all of its groups are protected at its site.</summary>
    DirectionError,

    /// <summary>It is being deleted.</summary>
    Deleting,

    /// <summary>Its run waits at a prompt.</summary>
    WaitingForUserInput,

    /// <summary>Its run ends with the step that it is at.</summary>
    CancelInProgress,

    /// <summary>A test runs.</summary>
    TestInProgress,

    /// <summary>Another plan holds one of its groups.</summary>
    ProtectionGroupsInUse,

    /// <summary>A test is over, with errors or without.</summary>
    TestComplete,

    /// <summary>The service failed in a test.</summary>
    TestInterrupted,

    /// <summary>A test is being cleaned up.</summary>
    CleanupInProgress,

    /// <summary>A cleanup had errors.</summary>
    CleanupIncomplete,

    /// <summary>The service failed in a cleanup.</summary>
    CleanupInterrupted,

    /// <summary>A recovery runs.</summary>
    RecoveryInProgress,

    /// <summary>All of its groups are recovered.</summary>
    RecoveryComplete,

    /// <summary>Seen from a protected site that is cut off: the other one recovers, or has.</summary>
    RecoveryStarted,

    /// <summary>Other plans recovered some of its groups.</summary>
    PartialRecovery,

    /// <summary>Recovered without the protected site, which can be reached again and does not know it yet.</summary>
    RecoverySplitBrain,

    /// <summary>Recovered without the protected site, which cannot be reached.</summary>
    DisasterRecoveryComplete,

    /// <summary>A recovery had errors, or was cancelled.</summary>
    IncompleteRecovery,

    /// <summary>The service failed in a recovery.</summary>
    RecoveryInterrupted,

    /// <summary>A reprotect runs.</summary>
    ReprotectInProgress,

    /// <summary>A reprotect had errors.</summary>
    IncompleteReprotect,

    /// <summary>Some of its groups, but not all, were reprotected, or reversed at the array.</summary>
    PartialReprotect,

    /// <summary>The service failed in a reprotect.</summary>
    ReprotectInterrupted,

    /// <summary>Of one of its groups nothing that it names is there.</summary>
    UnknownState,

    /// <summary>Both sites changed it while they could not reach each other.</summary>
    SyncConflict,
}
