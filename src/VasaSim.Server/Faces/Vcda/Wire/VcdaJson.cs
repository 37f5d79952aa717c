using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using VasaSim.Server.Faces.Vcda.Requests;

namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>How the messages of the API are written as JSON, and read.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AboutInfo))]
[JsonSerializable(typeof(ApiError))]
[JsonSerializable(typeof(ChownRequest))]
[JsonSerializable(typeof(ExtendRequest))]
[JsonSerializable(typeof(HealthInfo))]
[JsonSerializable(typeof(IReadOnlyList<DatastoreItem>))]
[JsonSerializable(typeof(IReadOnlyList<NamedItem>))]
[JsonSerializable(typeof(IReadOnlyList<ReplicationInstance>))]
[JsonSerializable(typeof(IReadOnlyList<SiteInfo>))]
[JsonSerializable(typeof(IReadOnlyList<SlaProfileItem>))]
[JsonSerializable(typeof(IReadOnlyList<PolicyItem>))]
[JsonSerializable(typeof(IReadOnlyList<VcSiteInfo>))]
[JsonSerializable(typeof(IReadOnlyList<VcenterInfo>))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(NetworkSettings))]
[JsonSerializable(typeof(QueryResult<NamedItem>))]
[JsonSerializable(typeof(QueryResult<OrgItem>))]
[JsonSerializable(typeof(QueryResult<SingleVmReplicationInfo>))]
[JsonSerializable(typeof(QueryResult<TaskInfo>))]
[JsonSerializable(typeof(QueryResult<VappItem>))]
[JsonSerializable(typeof(QueryResult<VappReplicationInfo>))]
[JsonSerializable(typeof(QueryResult<VcVmItem>))]
[JsonSerializable(typeof(QueryResult<VdcItem>))]
[JsonSerializable(typeof(QueryResult<VmItem>))]
[JsonSerializable(typeof(ReconfigureRequest))]
[JsonSerializable(typeof(RecoverRequest))]
[JsonSerializable(typeof(ReplicationInstanceDetails))]
[JsonSerializable(typeof(SessionDetails))]
[JsonSerializable(typeof(SingleVmReplicationInfo))]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(StorageProfileRequest))]
[JsonSerializable(typeof(TaskInfo))]
[JsonSerializable(typeof(TrafficInfo))]
[JsonSerializable(typeof(VappReplicationInfo))]
[JsonSerializable(typeof(VappReplicationsSummary))]
[JsonSerializable(typeof(PolicyItem))]
internal sealed partial class VcdaJson : JsonSerializerContext
{
    /// <summary>The context with everything that the newest version has.</summary>
    public static VcdaJson Newest { get; } = new(OptionsOf());

    /// <summary>Options of which each user has its own, to be given a resolver.</summary>
    public static JsonSerializerOptions OptionsOf() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowOutOfOrderMetadataProperties = true,
        // Nothing here is ever put into a web page, so a quote may look like one.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
