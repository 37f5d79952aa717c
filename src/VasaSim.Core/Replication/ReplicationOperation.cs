namespace VasaSim.Core.Replication;

/// <summary>The replication operations that run as tasks.</summary>
public enum ReplicationOperation
{
    /// <summary>Transfers what changed and makes a replica.</summary>
    Sync,

    /// <summary>Surfaces test copies at the target.</summary>
    TestStart,

    /// <summary>Removes the test copies.</summary>
    TestStop,

    /// <summary>Turns a test into a failover.</summary>
    Promote,

    /// <summary>Quiesces the source so that a planned failover loses nothing.</summary>
    PrepareFailover,

    /// <summary>Recovers at the target.</summary>
    Failover,

    /// <summary>Makes the recovered side the source.</summary>
    Reverse,
}
