using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VasaSim.Server.Control;

/// <summary>How the messages of the control API are written as JSON, and read again by its clients.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ClockReport))]
[JsonSerializable(typeof(EndpointList))]
[JsonSerializable(typeof(EndpointReport))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(LinkList))]
[JsonSerializable(typeof(LinkReport))]
[JsonSerializable(typeof(LunList))]
[JsonSerializable(typeof(LunReport))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ProviderList))]
[JsonSerializable(typeof(ProviderReport))]
[JsonSerializable(typeof(ResetReport))]
[JsonSerializable(typeof(SimulatorReport))]
[JsonSerializable(typeof(TaskList))]
[JsonSerializable(typeof(TaskReport))]
public sealed partial class ControlJson : JsonSerializerContext
{
    /// <summary>The context to use: indented for people, times in UTC, quotes as they are.</summary>
    // Nothing here is ever put into a web page, so a quote may look like one.
    public static ControlJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Converters = { new TimeConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
