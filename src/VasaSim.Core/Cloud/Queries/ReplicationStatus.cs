using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Faults;

namespace VasaSim.Core.Cloud.Queries;

/// <summary>What is computed of a replication at a moment, beside what it says of itself.</summary>
public sealed record ReplicationStatus
{
    /// <summary>The state of its data connection.</summary>
    public required DataConnectionState DataConnection { get; init; }

    /// <summary>How it is on the whole.</summary>
    public required OverallHealth Health { get; init; }

    /// <summary>What the source does.</summary>
    public required SourceState Source { get; init; }

    /// <summary>What the destination does.</summary>
    public required DestinationState Destination { get; init; }

    /// <summary>Since when source and destination do so.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The transfer that runs, and how much of it is over; null when none does.</summary>
    public TransferProgress? Progress { get; init; }

    /// <summary>How many whole minutes the latest instance is older than the RPO allows; 0: it is not.</summary>
    public int RpoViolation { get; init; }

    /// <summary>The newest instance; null before the first.</summary>
    public ReplicaInstance? Latest { get; init; }

    /// <summary>Bytes that the replication takes at the destination.</summary>
    public long SpaceRequirement { get; init; }

    /// <summary>What is wrong with it now.</summary>
    public Fault? LastError { get; init; }
}

/// <summary>A transfer on its way, at a moment.</summary>
/// <param name="Total">Bytes to transfer.</param>
/// <param name="Done">Bytes transferred.</param>
public sealed record TransferProgress(long Total, long Done)
{
    /// <summary>Whole percent, 0 to 100.</summary>
    public int Percent => Total <= 0 ? 100 : (int)Math.Clamp(100 * (decimal)Done / Total, 0, 100);
}

/// <summary>States of the data connection that arise here.</summary>
public enum DataConnectionState
{
    /// <summary>Nothing is on its way, nothing is wrong.</summary>
    Ok,

    /// <summary>The first transfer runs.</summary>
    InitialSyncing,

    /// <summary>A transfer runs.</summary>
    Syncing,

    /// <summary>Paused by a call.</summary>
    Paused,

    /// <summary>The machine does not run.</summary>
    PoweredOff,

    /// <summary>Over.</summary>
    Finished,

    /// <summary>The link is down.</summary>
    Error,

    /// <summary>The initial sync is to begin later.</summary>
    Unknown,
}

/// <summary>How a replication is on the whole.</summary>
public enum OverallHealth
{
    /// <summary>Well.</summary>
    Green,

    /// <summary>Protected less well than wanted.</summary>
    Yellow,

    /// <summary>Something is wrong.</summary>
    Red,
}

/// <summary>What a source does.</summary>
public enum SourceState
{
    /// <summary>Writes, and is replicated.</summary>
    Active,

    /// <summary>Cannot reach the destination.</summary>
    Error,

    /// <summary>Has nothing to do now.</summary>
    Idle,

    /// <summary>Is not replicated yet, or no longer.</summary>
    None,

    /// <summary>Paused.</summary>
    Paused,

    /// <summary>Sends.</summary>
    Syncing,
}

/// <summary>What a destination does.</summary>
public enum DestinationState
{
    /// <summary>Has nothing to do.</summary>
    Idle,

    /// <summary>Over: nothing is expected.</summary>
    Passive,

    /// <summary>Ready to receive.</summary>
    Opened,

    /// <summary>Receives everything.</summary>
    FullSync,

    /// <summary>Receives what changed.</summary>
    Lwd,

    /// <summary>Paused.</summary>
    Paused,

    /// <summary>Cannot be told.</summary>
    Unknown,
}
