using System.Text.Json;
using System.Text;
using VasaSim.Core.Faults;
using VasaSim.Server.Injection;
using VasaSim.Vmodl.Vim;
using VasaSim.Vmodl;

namespace VasaSim.Server.Control;

/// <summary>
/// Reads a fault that a tester asks for: the name of its type, or an object with <c>type</c>, the type's members as VI
/// JSON has them and, for people, <c>message</c>. A type that has a member <c>type</c> of its own is named by
/// <c>_typeName</c>, as in VI JSON. Everything is checked against the contract, so that what was read can be sent.
/// </summary>
internal static class FaultReader
{
    /// <summary>What is legal, for messages.</summary>
    public const string Legal = "the name of a fault such as ProviderBusy, or an object such as {\"type\": \"TooMany\", \"maxBatchSize\": 4}";

    private const string TypeKey = "type";
    private const string MessageKey = "message";
    private const string WireTypeKey = "_typeName";

    /// <summary>The fault under a key; null, with problems, when it is not legal, and without when it is not there.</summary>
    public static ForeignFault? Read(JsonBody body, string key)
    {
        if (body.Value(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Object))
        {
            body.Problem(key, $"{JsonBody.Describe(value)} is not legal", Legal);
            return null;
        }

        int before = body.Problems.Count;
        bool isName = value.ValueKind == JsonValueKind.String;
        string typeKey = !isName && Find(value, WireTypeKey) is not null ? WireTypeKey : TypeKey;
        FaultMembers members = new(body.Problem, complete: true);
        DataTypeInfo? type = members.TypeOf(isName ? key : $"{key}/{typeKey}", isName ? value : Find(value, typeKey), MethodFault.Metadata);
        string? message = isName ? null : MessageOf(body, key, Find(value, MessageKey));
        if (type is null)
        {
            return null;
        }

        members.Check(key, isName ? default : value, type, [typeKey, MessageKey]);
        return body.Problems.Count == before ? new ForeignFault(type.Name, Json(type, value, typeKey), message ?? $"{type.Name}.") : null;
    }

    private static string? MessageOf(JsonBody body, string key, JsonElement? value)
    {
        if (value is { ValueKind: not JsonValueKind.String } other)
        {
            body.Problem($"{key}/{MessageKey}", $"{JsonBody.Describe(other)} is not legal", "a text");
            return null;
        }

        return value?.GetString();
    }

    private static string Json(DataTypeInfo type, JsonElement value, string typeKey)
    {
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            writer.WriteString(WireTypeKey, type.Name);
            if (value.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty member in value.EnumerateObject().Where(p => p.Name != typeKey && p.Name != MessageKey))
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.ToArray());
    }

    private static JsonElement? Find(JsonElement owner, string key) =>
        owner.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
