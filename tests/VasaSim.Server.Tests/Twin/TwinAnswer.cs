using System.Text.Json.Nodes;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.Twin;

/// <summary>The tree that both protocols' answers are brought to, and what can be asked of it.</summary>
/// <remarks>
/// It is VI JSON's own form but for faults: their text, which travels beside the fault in SOAP and inside it in JSON,
/// is the member <c>$message</c>.
/// </remarks>
internal static class TwinAnswer
{
    public const string Message = "$message";
    private const string FaultMember = "$fault";

    public static JsonObject Fault(JsonObject fault) => new() { [FaultMember] = fault };

    public static bool IsFault(JsonNode? answer) => answer is JsonObject found && found.ContainsKey(FaultMember);

    /// <summary>The type of the call's fault, or null.</summary>
    public static string? FaultOf(JsonNode? answer) => IsFault(answer) ? TypeOf(answer![FaultMember]) : null;

    /// <summary>The type that an object says it has.</summary>
    public static string? TypeOf(JsonNode? node) => (string?)(node as JsonObject)?["_typeName"];

    /// <summary>The types of all faults anywhere in the tree.</summary>
    public static IEnumerable<string> FaultsIn(JsonNode? node) => node switch
    {
        JsonObject found => (TypeOf(found) is { } name && Contracts.FindDataType(name) is { IsFault: true } ? [name] : Enumerable.Empty<string>())
            .Concat(found.SelectMany(member => FaultsIn(member.Value))),
        JsonArray items => items.SelectMany(FaultsIn),
        _ => [],
    };
}
