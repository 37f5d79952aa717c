using VasaSim.Core.Cloud.Model;

namespace VasaSim.Core.Cloud.Queries;

/// <summary>A replication with all that is to be told of it at a moment; rests on nothing that changes later.</summary>
public sealed record DescribedReplication
{
    /// <summary>The replication.</summary>
    public required VmReplication Replication { get; init; }

    /// <summary>What is computed of it.</summary>
    public required ReplicationStatus Status { get; init; }

    /// <summary>The moment.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The machine; null when it is gone.</summary>
    public CloudMachine? Machine { get; init; }

    /// <summary>The virtual data center of the source; null on-premises.</summary>
    public CloudVdc? SourceVdc { get; init; }

    /// <summary>The virtual data center of the destination; null on-premises.</summary>
    public CloudVdc? DestinationVdc { get; init; }

    /// <summary>The name of the SLA profile.</summary>
    public string? SlaProfileName { get; init; }

    /// <summary>The vApp replication that it is part of.</summary>
    public required VappReplication Vapp { get; init; }
}
