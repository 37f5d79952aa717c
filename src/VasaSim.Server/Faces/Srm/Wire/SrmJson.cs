using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>How the messages of the API are written as JSON, and read.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AddDatastoreGroupSpec))]
[JsonSerializable(typeof(AddPlaceholderDatastoreSpec))]
[JsonSerializable(typeof(Callout))]
[JsonSerializable(typeof(CalloutCreateSpec))]
[JsonSerializable(typeof(CalloutModifySpec))]
[JsonSerializable(typeof(CleanupTestPlanSpec))]
[JsonSerializable(typeof(DrList<DatastoreGroupInfo>))]
[JsonSerializable(typeof(CreateFolderSpec))]
[JsonSerializable(typeof(DrList<DependentVm>))]
[JsonSerializable(typeof(DrList<InventoryMappingInfo>))]
[JsonSerializable(typeof(DrList<IssueInfo>))]
[JsonSerializable(typeof(DrList<NetworkMapping>))]
[JsonSerializable(typeof(DrList<Pairing>))]
[JsonSerializable(typeof(DrList<PlaceholderDatastoreInfo>))]
[JsonSerializable(typeof(DrList<ProtectionGroupInfo>))]
[JsonSerializable(typeof(DrList<ProtectionGroupVmInfo>))]
[JsonSerializable(typeof(DrList<ProtectionInventoryItem>))]
[JsonSerializable(typeof(DrList<RecoveryInventoryItem>))]
[JsonSerializable(typeof(DrList<RecoveryPlanInfo>))]
[JsonSerializable(typeof(DrList<RecoveryPlanVmInfo>))]
[JsonSerializable(typeof(DrList<RecoveryStep>))]
[JsonSerializable(typeof(DrList<ServerInfo>))]
[JsonSerializable(typeof(DrList<SrmInfo>))]
[JsonSerializable(typeof(DrList<StoragePolicy>))]
[JsonSerializable(typeof(DrList<TaskInfo>))]
[JsonSerializable(typeof(DrList<TestNetworkMapping>))]
[JsonSerializable(typeof(DrList<UserPrompt>))]
[JsonSerializable(typeof(DrList<VcenterDatastoreItem>))]
[JsonSerializable(typeof(DrList<VcenterServerInventoryItem>))]
[JsonSerializable(typeof(DrList<VmReplicationInfo>))]
[JsonSerializable(typeof(DrList<VvolFaultDomainInfo>))]
[JsonSerializable(typeof(DrList<VvolReplicationGroupInfo>))]
[JsonSerializable(typeof(DependentVmSpec))]
[JsonSerializable(typeof(DependentVmsValidationResult))]
[JsonSerializable(typeof(IReadOnlyList<NicSettings>))]
[JsonSerializable(typeof(HistoryReport))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(MappingsSpec))]
[JsonSerializable(typeof(MoveObjectSpec))]
[JsonSerializable(typeof(PairingSpec))]
[JsonSerializable(typeof(PriorityGroupData))]
[JsonSerializable(typeof(ProtectionGroupCreateSpec))]
[JsonSerializable(typeof(ProtectionGroupEditSpec))]
[JsonSerializable(typeof(RecoverPlanSpec))]
[JsonSerializable(typeof(RecoveryPlanCreateSpec))]
[JsonSerializable(typeof(RecoveryPlanEditSpec))]
[JsonSerializable(typeof(RecreateAllPlaceholderVmsResponse))]
[JsonSerializable(typeof(RenameObjectSpec))]
[JsonSerializable(typeof(ReprotectPlanSpec))]
[JsonSerializable(typeof(ResponseError))]
[JsonSerializable(typeof(SessionIdData))]
[JsonSerializable(typeof(SessionInfo))]
[JsonSerializable(typeof(SuitableDatastoreInfo))]
[JsonSerializable(typeof(TestNetworkMappingsSpec))]
[JsonSerializable(typeof(TestPlanSpec))]
[JsonSerializable(typeof(VmProtectionSettings))]
[JsonSerializable(typeof(VmRecoveryIpCustomizationSettings))]
[JsonSerializable(typeof(VmRecoverySettings))]
[JsonSerializable(typeof(VmRecoverySettingsState))]
internal sealed partial class SrmJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions _v1 = FirstOptions();

    /// <summary>The context of the newest version.</summary>
    public static SrmJson Newest { get; } = new(BasicOptions());

    /// <summary>How it is written to the wire.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A type as a version has it.</summary>
    public static JsonTypeInfo InVersion(JsonTypeInfo type, SrmVersion version) => version == SrmVersion.V1 ? _v1.GetTypeInfo(type.Type) : type;

    // Unknown members of requests are rejected, as the product is known to do.
    private static JsonSerializerOptions BasicOptions() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static JsonSerializerOptions FirstOptions()
    {
        JsonSerializerOptions options = BasicOptions();
        options.TypeInfoResolver = new SrmJson(BasicOptions()).WithAddedModifier(static type =>
        {
            foreach (JsonPropertyInfo time in type.Type == typeof(TaskInfo) ? type.Properties.Where(p => p.PropertyType == typeof(long?)) : [])
            {
                time.NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString;
            }
        });
        options.MakeReadOnly();
        return options;
    }
}
