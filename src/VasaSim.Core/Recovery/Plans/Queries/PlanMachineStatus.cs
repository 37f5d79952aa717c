namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>How far a plan is with a machine. The names are those of the Site Recovery Manager.</summary>
public enum PlanMachineStatus
{
    /// <summary>Nothing was done to it, or all of it was undone.</summary>
    ReadyToRecover,

    /// <summary>A test runs.</summary>
    TestInProgress,

    /// <summary>A test could not bring up its copy.</summary>
    TestError,

    /// <summary>A test brought up its copy, yet there is something to say.</summary>
    TestWarning,

    /// <summary>A test brought up its copy.</summary>
    TestSucceeded,

    /// <summary>A test ended before it.</summary>
    TestIncomplete,

    /// <summary>A test is being cleaned up.</summary>
    CleanupInProgress,

    /// <summary>A cleanup could not remove its copy.</summary>
    CleanupError,

    /// <summary>A cleanup ended before it.</summary>
    CleanupIncomplete,

    /// <summary>A recovery runs.</summary>
    RecoveryInProgress,

    /// <summary>It could not be recovered.</summary>
    RecoveryError,

    /// <summary>It was recovered, yet there is something to say.</summary>
    RecoveryWarning,

    /// <summary>It was recovered.</summary>
    RecoverySucceeded,

    /// <summary>A recovery ended before it.</summary>
    RecoveryIncomplete,

    /// <summary>A reprotect runs.</summary>
    ReprotectInProgress,

    /// <summary>Its replication could not be reversed.</summary>
    ReprotectError,

    /// <summary>A reprotect ended before it.</summary>
    ReprotectIncomplete,

    /// <summary>Its plan's state is unknown.</summary>
    Unknown,
}
