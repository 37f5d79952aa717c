using System.Text.Json.Serialization;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>How a server is.</summary>
[JsonConverter(typeof(WordConverter<ServerStatus>))]
internal enum ServerStatus
{
    [JsonStringEnumMemberName("OK")] Ok,
    [JsonStringEnumMemberName("WARNING")] Warning,
    [JsonStringEnumMemberName("ERROR")] Error,
}

/// <summary>How bad an issue is.</summary>
[JsonConverter(typeof(WordConverter<IssueStatus>))]
internal enum IssueStatus
{
    [JsonStringEnumMemberName("WARNING")] Warning,
    [JsonStringEnumMemberName("ERROR")] Error,
}

/// <summary>What an issue is about.</summary>
[JsonConverter(typeof(WordConverter<IssueType>))]
internal enum IssueType
{
    [JsonStringEnumMemberName("VC")] Vc,
    [JsonStringEnumMemberName("VRS")] Vrs,
    [JsonStringEnumMemberName("VRMS")] Vrms,
    [JsonStringEnumMemberName("SRM")] Srm,
    [JsonStringEnumMemberName("PROTECTION_GROUP")] ProtectionGroup,
    [JsonStringEnumMemberName("RECOVERY_PLAN")] RecoveryPlan,
    [JsonStringEnumMemberName("UNKNOWN")] Unknown,
}

/// <summary>How a task is.</summary>
[JsonConverter(typeof(WordConverter<TaskStatusWord>))]
internal enum TaskStatusWord
{
    [JsonStringEnumMemberName("QUEUED")] Queued,
    [JsonStringEnumMemberName("RUNNING")] Running,
    [JsonStringEnumMemberName("SUCCESS")] Success,
    [JsonStringEnumMemberName("ERROR")] Error,
    [JsonStringEnumMemberName("CANCELLED")] Cancelled,
}

/// <summary>What a network is.</summary>
[JsonConverter(typeof(UpperWordConverter<NetworkType>))]
internal enum NetworkType
{
    Unknown,
    Network,
    OpaqueNetwork,
    DvsPortGroup,
    NsxBackedDvsPortGroup,
}

/// <summary>What a device is.</summary>
[JsonConverter(typeof(UpperWordConverter<DeviceType>))]
internal enum DeviceType
{
    HardDrive,
    OpticalDrive,
    FloppyDrive,
}

/// <summary>What a device is made of.</summary>
[JsonConverter(typeof(UpperWordConverter<DeviceBacking>))]
internal enum DeviceBacking
{
    File,
    Rdm,
    Client,
    Host,
}

/// <summary>How a datastore is.</summary>
[JsonConverter(typeof(UpperWordConverter<OverallStatus>))]
internal enum OverallStatus
{
    Gray,
    Green,
    Yellow,
    Red,
}

/// <summary>What a folder of protection groups has in it.</summary>
[JsonConverter(typeof(UpperWordConverter<ProtectionItemType>))]
internal enum ProtectionItemType
{
    Folder,
    ProtectionGroup,
}

/// <summary>What a folder of recovery plans has in it.</summary>
[JsonConverter(typeof(UpperWordConverter<RecoveryItemType>))]
internal enum RecoveryItemType
{
    Folder,
    RecoveryPlan,
}

/// <summary>What an item among datastores is.</summary>
[JsonConverter(typeof(UpperWordConverter<DatastoreItemType>))]
internal enum DatastoreItemType
{
    StoragePod,
    Datastore,
}

/// <summary>How the replication of a machine is.</summary>
[JsonConverter(typeof(UpperWordConverter<VmReplicationStatus>))]
internal enum VmReplicationStatus
{
    FullSync,
    Sync,
    InitialFullSync,
    Paused,
    RpoViolation,
    Moving,
    Ok,
    ErrorOccurred,
    Configuring,
    NotActive,
    Unknown,
    SyncRpoViolation,
    NotActiveRpoViolation,
    ErrorRpoViolation,
    Recovered,
    Recovering,
    FullSyncRpoViolation,
}
