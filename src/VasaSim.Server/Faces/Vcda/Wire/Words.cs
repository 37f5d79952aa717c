using System.Text.Json.Serialization;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>How a task is.</summary>
[JsonConverter(typeof(WordConverter<TaskState>))]
internal enum TaskState
{
    [JsonStringEnumMemberName("QUEUED")] Queued,
    [JsonStringEnumMemberName("RUNNING")] Running,
    [JsonStringEnumMemberName("SUCCEEDED")] Succeeded,
    [JsonStringEnumMemberName("FAILED")] Failed,
}

/// <summary>How data travels.</summary>
[JsonConverter(typeof(WordConverter<DataConnectionKind>))]
internal enum DataConnectionKind
{
    [JsonStringEnumMemberName("PLAIN")] Plain,
    [JsonStringEnumMemberName("ENCRYPTED")] Encrypted,
    [JsonStringEnumMemberName("ENCRYPTED_COMPRESSED")] EncryptedCompressed,
}

/// <summary>How disks are made at the destination.</summary>
[JsonConverter(typeof(WordConverter<TargetDiskKind>))]
internal enum TargetDiskKind
{
    [JsonStringEnumMemberName("THIN")] Thin,
    [JsonStringEnumMemberName("PREALLOCATED")] Preallocated,
    [JsonStringEnumMemberName("PREALLOCATED_ZEROS")] PreallocatedZeros,
}

/// <summary>How the guest was quiesced.</summary>
[JsonConverter(typeof(WordConverter<QuiescedKind>))]
internal enum QuiescedKind
{
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("applicationQuiesced")] Application,
    [JsonStringEnumMemberName("fileSystemQuiesced")] FileSystem,
}

/// <summary>How far a recovery is.</summary>
[JsonConverter(typeof(WordConverter<RecoveryState>))]
internal enum RecoveryState
{
    [JsonStringEnumMemberName("NOT_STARTED")] NotStarted,
    [JsonStringEnumMemberName("IN_PROGRESS")] InProgress,
    [JsonStringEnumMemberName("TEST")] Test,
    [JsonStringEnumMemberName("COMPLETE")] Complete,
}

/// <summary>How a replication is on the whole.</summary>
[JsonConverter(typeof(WordConverter<HealthColor>))]
internal enum HealthColor
{
    [JsonStringEnumMemberName("GREEN")] Green,
    [JsonStringEnumMemberName("YELLOW")] Yellow,
    [JsonStringEnumMemberName("RED")] Red,
}

/// <summary>How a data connection is.</summary>
[JsonConverter(typeof(WordConverter<ConnectionState>))]
internal enum ConnectionState
{
    [JsonStringEnumMemberName("OK")] Ok,
    [JsonStringEnumMemberName("SYNCING")] Syncing,
    [JsonStringEnumMemberName("INITIAL_SYNCING")] InitialSyncing,
    [JsonStringEnumMemberName("PAUSED")] Paused,
    [JsonStringEnumMemberName("POWERED_OFF")] PoweredOff,
    [JsonStringEnumMemberName("PRUNING")] Pruning,
    [JsonStringEnumMemberName("FINISHED")] Finished,
    [JsonStringEnumMemberName("ERROR")] Error,
    [JsonStringEnumMemberName("UNKNOWN")] Unknown,
}

/// <summary>What a source does.</summary>
[JsonConverter(typeof(WordConverter<SourceActivity>))]
internal enum SourceActivity
{
    [JsonStringEnumMemberName("active")] Active,
    [JsonStringEnumMemberName("error")] Error,
    [JsonStringEnumMemberName("idle")] Idle,
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("paused")] Paused,
    [JsonStringEnumMemberName("syncing")] Syncing,
}

/// <summary>What a destination does.</summary>
[JsonConverter(typeof(WordConverter<DestinationActivity>))]
internal enum DestinationActivity
{
    [JsonStringEnumMemberName("idle")] Idle,
    [JsonStringEnumMemberName("passive")] Passive,
    [JsonStringEnumMemberName("opened")] Opened,
    [JsonStringEnumMemberName("fullsync")] FullSync,
    [JsonStringEnumMemberName("lwd")] Lwd,
    [JsonStringEnumMemberName("prune")] Prune,
    [JsonStringEnumMemberName("paused")] Paused,
    [JsonStringEnumMemberName("unknown")] Unknown,
}
