namespace VasaSim.Core.Model;

/// <summary>
/// The state of a replication group at the site where it is asked for. It says nothing about the link's health.
/// </summary>
public enum ReplicationState
{
    /// <summary>Replicates to its targets.</summary>
    Source,

    /// <summary>Receives; can be synced, tested and failed over.</summary>
    Target,

    /// <summary>Test copies are surfaced; replication goes on underneath.</summary>
    InTest,

    /// <summary>Recovered here, not yet a source.</summary>
    FailedOver,

    /// <summary>The other side was failed over; this side is neither source nor target.</summary>
    RemoteFailedOver,
}
