using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>The replication of a machine, as that of its vApp shows it.</summary>
internal record VmReplicationInfo : TaskResult
{
    /// <summary><c>C4-</c> and a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The machine: a UUID in a cloud, <c>vm-101</c> on-premises.</summary>
    public required string VmId { get; init; }

    /// <summary>Its name.</summary>
    public required string VmName { get; init; }

    /// <summary>Its description; null when the machine is gone.</summary>
    public required string? VmDescription { get; init; }

    /// <summary>The guest's name for itself; null when the machine is gone.</summary>
    public required string? ComputerName { get; init; }

    /// <summary>Who it belongs to, as <c>org@site</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>Whether it is paused by a call.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>Whether it goes the other way than it was started.</summary>
    public required bool IsReversed { get; init; }

    /// <summary>Whether it is to move the machine, not to protect it.</summary>
    public required bool IsMigration { get; init; }

    /// <summary>When somebody last did something to it.</summary>
    public required long LastUpdated { get; init; }

    /// <summary>Nothing is kept here.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>How it is on the whole.</summary>
    public required HealthColor OverallHealth { get; init; }

    /// <summary>How its connection is.</summary>
    public required ConnectionState DataConnectionState { get; init; }

    /// <summary>How it is replicated.</summary>
    public required VmReplicationSettings Settings { get; init; }

    /// <summary>The SLA profile whose settings it has; null: it has its own.</summary>
    public required SlaProfileName? SlaProfile { get; init; }

    /// <summary>What the source does.</summary>
    public required SourceStateInfo SourceState { get; init; }

    /// <summary>What the destination does.</summary>
    public required DestinationStateInfo DestinationState { get; init; }

    /// <summary>How the machine is started with its vApp.</summary>
    public required StartupInfo StartupInfo { get; init; }

    /// <summary>The storage profile of the replica; null on-premises.</summary>
    public required string? StorageProfile { get; init; }

    /// <summary>Its name.</summary>
    public required string? StorageProfileName { get; init; }

    /// <summary>The placement policy asked for.</summary>
    public required string? PlacementPolicy { get; init; }

    /// <summary>Its name.</summary>
    public required string? PlacementPolicyName { get; init; }

    /// <summary>Where the replica is, for administrators; null for others.</summary>
    public required VimLocation? VimLocation { get; init; }
}

/// <summary>The replication of a machine, with where it comes from and goes to.</summary>
internal sealed record SingleVmReplicationInfo : VmReplicationInfo
{
    /// <summary>Where it comes from.</summary>
    [JsonPropertyOrder(1)]
    public required SourceInfo Source { get; init; }

    /// <summary>Where it goes to.</summary>
    [JsonPropertyOrder(1)]
    public required DestinationInfo Destination { get; init; }

    /// <summary>The replication of the vApp that it is part of.</summary>
    [JsonPropertyOrder(1)]
    public required string VappReplicationId { get; init; }
}
