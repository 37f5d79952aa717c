using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VasaSim.Server.Control;

/// <summary>How the messages of the control API are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, Converters = [typeof(TimeConverter)])]
[JsonSerializable(typeof(ClockReport))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(LinkList))]
[JsonSerializable(typeof(LinkReport))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ProviderList))]
[JsonSerializable(typeof(ProviderReport))]
[JsonSerializable(typeof(ResetReport))]
[JsonSerializable(typeof(SimulatorReport))]
public sealed partial class ControlJson : JsonSerializerContext
{
    // Nothing here is ever put into a web page, so a quote may look like one.
    internal static ControlJson Readable { get; } =
        new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
