using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>A point-in-time replica.</summary>
internal record ReplicationInstance
{
    /// <summary>Its id, which a failover may name.</summary>
    public required string Key { get; init; }

    /// <summary>Position in the order of making, from 1.</summary>
    public required long SequenceNumber { get; init; }

    /// <summary>The moment whose data it holds, in milliseconds of Unix time.</summary>
    public required long Timestamp { get; init; }

    /// <summary>How much was transferred for it.</summary>
    public required long TransferBytes { get; init; }

    /// <summary>How long that took.</summary>
    public required long TransferSeconds { get; init; }

    /// <summary>How the guest was quiesced for it.</summary>
    public required QuiescedKind QuiescedType { get; init; }

    /// <summary>Whether it is kept whatever the retention rules say; never here.</summary>
    public required bool IsPinned { get; init; }
}

/// <summary>A point-in-time replica with its disks.</summary>
internal sealed record ReplicationInstanceDetails : ReplicationInstance
{
    /// <summary>The disks that were replicated.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<InstanceDisk> DisksInfo { get; init; }
}

/// <summary>A disk of an instance.</summary>
internal sealed record InstanceDisk(int DiskKey);
