using System.Text.Json;
using System.Text;
using VasaSim.Configuration;
using VasaSim.Core.Faults;
using VasaSim.Vmodl.Json;
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

    private static readonly string[] _faults =
        [.. Contracts.Sms.DataTypes.Concat(Contracts.Vim.DataTypes).Where(t => t.IsFault).Select(t => t.Name)];

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
        DataTypeInfo? type = TypeOf(body, isName ? key : $"{key}/{typeKey}", isName ? value : Find(value, typeKey), MethodFault.Metadata);
        string? message = isName ? null : MessageOf(body, key, Find(value, MessageKey));
        if (type is null)
        {
            return null;
        }

        CheckMembers(body, key, isName ? default : value, type, [typeKey, MessageKey]);
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

    private static DataTypeInfo? TypeOf(JsonBody body, string pointer, JsonElement? name, DataTypeInfo declared)
    {
        string[] legal = declared == MethodFault.Metadata ? _faults : [declared.Name];
        string given = name is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
        if (Contracts.FindDataType(given) is { } type && type.IsA(declared))
        {
            return type;
        }

        body.Problem(
            pointer,
            name is { } wrong ? $"{JsonBody.Describe(wrong)} is not known{DidYouMean.Hint(given, legal)}" : $"{TypeKey} is missing",
            declared == MethodFault.Metadata ? "a fault type of sms or vim25" : $"the name of {declared.Name} or a type that extends it");
        return null;
    }

    private static void CheckMembers(JsonBody body, string pointer, JsonElement value, DataTypeInfo type, IReadOnlyList<string> others)
    {
        MemberInfo[] members = [.. type.AllMembers];
        List<JsonProperty> given = value.ValueKind == JsonValueKind.Object
            ? [.. value.EnumerateObject().Where(p => !others.Contains(p.Name) && p.Value.ValueKind != JsonValueKind.Null)]
            : [];
        foreach (JsonProperty property in given)
        {
            string place = $"{pointer}/{JsonBody.Escape(property.Name)}";
            if (Array.Find(members, m => m.Name == property.Name) is { } member)
            {
                CheckMember(body, place, property.Value, member.Type);
            }
            else
            {
                string[] known = [.. members.Select(m => m.Name)];
                body.Problem(
                    place, $"{type.Name} has no such member{DidYouMean.Hint(property.Name, known)}", "one of the keys " + string.Join(", ", [.. others, .. known]));
            }
        }

        foreach (MemberInfo missing in members.Where(m => !m.Optional && given.All(p => p.Name != m.Name)))
        {
            body.Problem($"{pointer}/{missing.Name}", $"{missing.Name} is missing", Expected(missing.Type));
        }
    }

    private static void CheckMember(JsonBody body, string pointer, JsonElement value, TypeRef type)
    {
        if (type.IsArray && value.ValueKind == JsonValueKind.Array)
        {
            int index = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                CheckMember(body, $"{pointer}/{index++}", item, type.ToElement());
            }
        }
        else if (!type.IsArray && type.DataType is { } declared && value.ValueKind == JsonValueKind.Object)
        {
            CheckObject(body, pointer, value, declared);
        }
        else if (type.IsArray || !JsonValueReader.Fits(value, type))
        {
            body.Problem(pointer, $"{JsonBody.Describe(value)} is not legal", Expected(type));
        }
    }

    private static void CheckObject(JsonBody body, string pointer, JsonElement value, DataTypeInfo declared)
    {
        JsonElement? name = Find(value, WireTypeKey);

        // A fault stands bare where the contract has it with its message.
        bool isBare = declared == LocalizedMethodFault.Metadata && name is not null && name.Value.ToString() != declared.Name;
        DataTypeInfo? type = name is null ? declared
            : TypeOf(body, $"{pointer}/{WireTypeKey}", name, isBare ? MethodFault.Metadata : declared);
        if (type is not null)
        {
            CheckMembers(body, pointer, value, type, [WireTypeKey]);
        }
    }

    private static string Expected(TypeRef type) => type switch
    {
        { IsArray: true } => $"a list, each item {Expected(type.ToElement())}",
        { Enum: { } words } => "one of: " + string.Join(", ", words.Values),
        { DataType: { } data } => $"an object of type {data.Name}",
        { Kind: TypeKind.Int or TypeKind.Long } => "a whole number",
        { Kind: TypeKind.Double } => "a number",
        { Kind: TypeKind.Boolean } => "true or false",
        { Kind: TypeKind.DateTime } => "a time such as 2025-01-15T12:00:00Z",
        { Kind: TypeKind.ManagedObjectReference } => "a reference such as {\"type\": \"SmsTask\", \"value\": \"smsTask-1\"}",
        _ => "a text",
    };

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
