namespace VasaSim.Core.Cloud.Operations;

/// <summary>What a task of the replication service of clouds does.</summary>
public enum CloudOperation
{
    /// <summary>Begins to replicate.</summary>
    Start,

    /// <summary>Changes settings.</summary>
    Reconfigure,

    /// <summary>Ends a replication and forgets it.</summary>
    Stop,

    /// <summary>Makes an instance now.</summary>
    Sync,

    /// <summary>Stops the flow of data.</summary>
    Pause,

    /// <summary>Lets data flow again.</summary>
    Resume,

    /// <summary>Recovers at the destination.</summary>
    Failover,

    /// <summary>Recovers a copy at the destination while replication goes on.</summary>
    FailoverTest,

    /// <summary>Deletes the copy.</summary>
    FailoverTestCleanup,

    /// <summary>Powers the source off, syncs, and recovers at the destination.</summary>
    Migrate,

    /// <summary>Replicates the recovered machine back to where it came from.</summary>
    Reverse,

    /// <summary>Moves the replica to another storage profile.</summary>
    ChangeStorageProfile,
}
