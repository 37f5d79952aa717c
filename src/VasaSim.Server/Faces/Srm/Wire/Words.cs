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
