namespace VasaSim.Core.Recovery.Queries;

/// <summary>How it is with a protection group on the whole.</summary>
public enum GroupStatus
{
    /// <summary>It is being read.</summary>
    Loading,

    /// <summary>Its only running tasks configure machines.</summary>
    ConfiguringProtection,

    /// <summary>Its only running tasks take protection away.</summary>
    RemovingProtection,

    /// <summary>Its only running tasks make placeholders anew.</summary>
    RestoringPlaceholders,

    /// <summary>Tasks of several kinds run.</summary>
    OperationsInProgress,

    /// <summary>A test begins.</summary>
    Testing,

    /// <summary>A test has begun.</summary>
    TestComplete,

    /// <summary>A test is being ended.</summary>
    CleaningUp,

    /// <summary>It is being failed over.</summary>
    Recovering,

    /// <summary>Some of what it names is failed over.</summary>
    PartiallyRecovered,

    /// <summary>All of what it names is failed over.</summary>
    Recovered,

    /// <summary>Its replication is being reversed.</summary>
    Reprotecting,

    /// <summary>The replication of some of what it names goes the other way.</summary>
    PartiallyReprotected,

    /// <summary>Nothing runs, and some machine is not well.</summary>
    NotConfigured,

    /// <summary>Nothing runs, and all machines are well.</summary>
    Ok,
}

/// <summary>How far a protection group is with its recovery, as far as the replication of its machines tells.</summary>
public enum RecoveryStatus
{
    /// <summary>Nothing of what it names is there.</summary>
    Unknown,

    /// <summary>A test is being ended.</summary>
    Cleanup,

    /// <summary>Some is failed over.</summary>
    PartiallyRecovered,

    /// <summary>It can be recovered.</summary>
    Ready,

    /// <summary>All is failed over.</summary>
    RecoveryComplete,

    /// <summary>A failover runs.</summary>
    RecoveryInProgress,

    /// <summary>A reverse runs.</summary>
    ReprotectInProgress,

    /// <summary>The replication of some goes the other way.</summary>
    PartiallyReprotected,

    /// <summary>A test has begun.</summary>
    TestComplete,

    /// <summary>A test begins.</summary>
    TestInProgress,
}
