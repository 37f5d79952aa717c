using System.Text.Json.Serialization;
using VasaSim.Core.Cloud.Model;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>What a task has to do, with what its caller gave.</summary>
[JsonDerivedType(typeof(StartCommand), nameof(StartCommand))]
[JsonDerivedType(typeof(ReconfigureCommand), nameof(ReconfigureCommand))]
[JsonDerivedType(typeof(RecoverCommand), nameof(RecoverCommand))]
[JsonDerivedType(typeof(StorageProfileCommand), nameof(StorageProfileCommand))]
[JsonDerivedType(typeof(PlainCommand), nameof(PlainCommand))]
public abstract record CloudCommand;

/// <summary>An operation that takes nothing: sync, pause, resume, stop, cleanup, reverse.</summary>
public sealed record PlainCommand : CloudCommand;

/// <summary>To start a replication.</summary>
public sealed record StartCommand : CloudCommand
{
    /// <summary>The cloud site of the source.</summary>
    public required string SourceSite { get; init; }

    /// <summary>The machine; null for a vApp.</summary>
    public string? Machine { get; init; }

    /// <summary>The vApp; null for a machine, and for machines on-premises.</summary>
    public string? Vapp { get; init; }

    /// <summary>The machines on-premises that become a vApp.</summary>
    public IReadOnlyList<string> Machines { get; init; } = [];

    /// <summary>The name of the vApp that machines on-premises are imported into.</summary>
    public string? VappName { get; init; }

    /// <summary>Where to; its organization is that of the virtual data center.</summary>
    public required ReplicationEnd Destination { get; init; }

    /// <summary>The machine at the destination whose disks are the seed of the one that is named first; it is deleted.</summary>
    public IReadOnlyDictionary<string, string> Seeds { get; init; } = new Dictionary<string, string>();

    /// <summary>Device keys of disks that are not replicated, by machine.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>> ExcludedDisks { get; init; } = new Dictionary<string, IReadOnlyList<int>>();

    /// <summary>The settings.</summary>
    public required ReplicationSettings Settings { get; init; }

    /// <summary>The SLA profile to use instead of the settings.</summary>
    public string? SlaProfile { get; init; }

    /// <summary>Whether the machine is to be moved, not protected.</summary>
    public bool IsMigration { get; init; }

    /// <summary>Who the replication belongs to, as <c>org@site</c>.</summary>
    public required string Owner { get; init; }
}

/// <summary>To change settings; null leaves one.</summary>
public sealed record ReconfigureCommand : CloudCommand
{
    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>RPO in minutes.</summary>
    public int? Rpo { get; init; }

    /// <summary>How data travels.</summary>
    public DataConnectionType? DataConnectionType { get; init; }

    /// <summary>Whether the guest is quiesced.</summary>
    public bool? Quiesced { get; init; }

    /// <summary>Which instances are kept.</summary>
    public IReadOnlyList<RetentionRule>? Retention { get; init; }

    /// <summary>When the initial sync is to begin.</summary>
    public DateTimeOffset? InitialSyncTime { get; init; }

    /// <summary>The SLA profile; any of the settings above but the description drops the one there was.</summary>
    public string? SlaProfile { get; init; }
}

/// <summary>To recover: failover, test, migration.</summary>
public sealed record RecoverCommand : CloudCommand
{
    /// <summary>Whether the recovered machine is powered on.</summary>
    public bool PowerOn { get; init; }

    /// <summary>Whether the instances before the one used are merged away.</summary>
    public bool Consolidate { get; init; }

    /// <summary>Whether to sync first; only for tests.</summary>
    public bool Sync { get; init; }

    /// <summary>All settings as the caller's JSON object, kept for whoever asks for them later.</summary>
    public string? Settings { get; init; }

    /// <summary>The key of the instance to use, by replication; the latest for one that is not there.</summary>
    public IReadOnlyDictionary<string, string> Instances { get; init; } = new Dictionary<string, string>();
}

/// <summary>To move a replica to another storage profile.</summary>
/// <param name="StorageProfile">Its UUID.</param>
public sealed record StorageProfileCommand(string StorageProfile) : CloudCommand;
