using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using VasaSim.Server.Journal;

namespace VasaSim.Server.Control;

/// <summary>How the messages of the control API are written as JSON, and read again by its clients.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(BeginReport))]
[JsonSerializable(typeof(CallList))]
[JsonSerializable(typeof(CallReport))]
[JsonSerializable(typeof(ClockReport))]
[JsonSerializable(typeof(CloudList))]
[JsonSerializable(typeof(CloudMachineList))]
[JsonSerializable(typeof(CloudMachineReport))]
[JsonSerializable(typeof(CloudReplicationList))]
[JsonSerializable(typeof(CloudReplicationReport))]
[JsonSerializable(typeof(ControlChangeReport))]
[JsonSerializable(typeof(DecisionReport))]
[JsonSerializable(typeof(EndpointList))]
[JsonSerializable(typeof(EndpointReport))]
[JsonSerializable(typeof(GroupList))]
[JsonSerializable(typeof(GroupReport))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonNode))]
[JsonSerializable(typeof(JournalClearReport))]
[JsonSerializable(typeof(LinkList))]
[JsonSerializable(typeof(LinkReport))]
[JsonSerializable(typeof(LostReport))]
[JsonSerializable(typeof(LunList))]
[JsonSerializable(typeof(LunReport))]
[JsonSerializable(typeof(MachineList))]
[JsonSerializable(typeof(MachineReport))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ProtectionGroupList))]
[JsonSerializable(typeof(ProtectionGroupReport))]
[JsonSerializable(typeof(ProviderList))]
[JsonSerializable(typeof(ProviderReport))]
[JsonSerializable(typeof(RecoveryPlanList))]
[JsonSerializable(typeof(RecoveryPlanReport))]
[JsonSerializable(typeof(ReplicaList))]
[JsonSerializable(typeof(ReplicaReport))]
[JsonSerializable(typeof(ResetReport))]
[JsonSerializable(typeof(RestoreReport))]
[JsonSerializable(typeof(RuleChangeReport))]
[JsonSerializable(typeof(SimulatorReport))]
[JsonSerializable(typeof(SnapshotList))]
[JsonSerializable(typeof(SnapshotReport))]
[JsonSerializable(typeof(TaskList))]
[JsonSerializable(typeof(TaskReport))]
[JsonSerializable(typeof(VerificationResult))]
public sealed partial class ControlJson : JsonSerializerContext
{
    /// <summary>The context to use: indented for people, times in UTC, quotes as they are.</summary>
    public static ControlJson Readable { get; } = new(OptionsOf(indented: true));

    /// <summary>The same in one line, as events need it.</summary>
    public static ControlJson OneLine { get; } = new(OptionsOf(indented: false));

    private static JsonSerializerOptions OptionsOf(bool indented) => new(JsonSerializerDefaults.Web)
    {
        Converters = { new TimeConverter() },
        // Nothing here is ever put into a web page, so a quote may look like one.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
    };
}
