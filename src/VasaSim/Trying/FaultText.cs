using System.Buffers;
using System.Text.Json.Nodes;
using VasaSim.Trying.Wire;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Json;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Trying;

/// <summary>Tells a fault by its name and its own fields, such as <c>TooMany maxBatchSize=4</c>.</summary>
internal static class FaultText
{
    private const string TypeMember = "_typeName";

    // What every fault has; the message is told elsewhere.
    private static readonly string[] _common = [TypeMember, "faultMessage", "faultstring"];

    /// <summary>A fault in one line.</summary>
    public static string Of(MethodFault fault) =>
        string.Join(' ', Fields(fault).Select(f => $"{f.Key}={Value(f.Value)}").Prepend(fault.TypeInfo.Name));

    /// <summary>The faults of a list in one line.</summary>
    public static string Of(IEnumerable<LocalizedMethodFault> faults) => string.Join(", ", faults.Select(f => Of(f.Fault)));

    /// <summary>Why a call did not succeed, in one line.</summary>
    public static string Of(Answer answer) => answer switch
    {
        { Fault: { } fault } => Of(fault),
        { IsLost: true } => $"answer lost: {answer.Message}",
        _ => answer.Message ?? "",
    };

    /// <summary>A fault as VI JSON has it: its type and its fields, without its message.</summary>
    public static JsonObject ToJson(MethodFault fault)
    {
        JsonObject json = new() { ["type"] = fault.TypeInfo.Name };
        foreach ((string name, JsonNode? value) in Fields(fault))
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Fields(MethodFault fault)
    {
        ArrayBufferWriter<byte> output = new();
        JsonResponseWriter.WriteFault(output, fault, "", ApiVersion.Newest);
        return JsonNode.Parse(output.WrittenSpan)!.AsObject().Where(f => !_common.Contains(f.Key));
    }

    private static string Value(JsonNode? node) => node switch
    {
        JsonArray items => string.Join(',', items.Select(Value)),
        JsonObject reference when (string?)reference[TypeMember] == nameof(ManagedObjectReference) => (string)reference["value"]!,
        JsonObject value => $"{{{string.Join(' ', value.Where(f => f.Key != TypeMember).Select(f => $"{f.Key}={Value(f.Value)}"))}}}",
        _ => node?.ToString() ?? "",
    };
}
