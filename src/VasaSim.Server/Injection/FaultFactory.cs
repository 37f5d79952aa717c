using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Faults.Rules;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Json;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Injection;

/// <summary>Makes faults of what rules say of them: a type, and members as VI JSON has them.</summary>
internal static class FaultFactory
{
    /// <summary>The fault types there are.</summary>
    public static IReadOnlyList<DataTypeInfo> Types { get; } =
        [.. Contracts.Sms.DataTypes.Concat(Contracts.Vim.DataTypes).Where(t => t.IsFault).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>The fault type of a wire name, or null.</summary>
    public static DataTypeInfo? Find(string type) => Contracts.FindDataType(type) is { IsFault: true } fault ? fault : null;

    /// <summary>What is wrong with the members that are given for a fault, with paths from the fault.</summary>
    public static IReadOnlyList<RuleProblem> ProblemsOf(DataTypeInfo type, JsonObject? fields)
    {
        List<RuleProblem> problems = [];
        using JsonDocument members = JsonDocument.Parse(fields?.ToJsonString() ?? "{}");
        new FaultMembers(
            (pointer, detail, legal) => problems.Add(new RuleProblem(pointer.TrimStart('/').Replace('/', '.'), $"{detail} (it must be {legal})")),
            complete: false).Check("", members.RootElement, type, []);
        return problems;
    }

    /// <summary>Makes a fault.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="fields">Members that the rule gives.</param>
    /// <param name="otherwise">Gives members that the rule leaves out; null for one that stays out, or gets a value that says nothing.</param>
    /// <exception cref="JsonException">The members do not fit the type.</exception>
    public static MethodFault Make(DataTypeInfo type, JsonObject? fields, Func<MemberInfo, JsonNode?> otherwise) =>
        JsonResponseReader.ReadFault(Encoding.UTF8.GetBytes(JsonOf(type, fields, otherwise)));

    /// <summary>The same fault as VI JSON.</summary>
    /// <inheritdoc cref="Make"/>
    public static string JsonOf(DataTypeInfo type, JsonObject? fields, Func<MemberInfo, JsonNode?> otherwise)
    {
        JsonObject json = new() { ["_typeName"] = type.Name };
        foreach (MemberInfo member in type.AllMembers)
        {
            JsonNode? value = fields?[member.Name]?.DeepClone() ?? otherwise(member) ?? (member.Optional ? null : Nothing(member.Type));
            if (value is not null)
            {
                json[member.Name] = Completed(value, member.Type);
            }
        }

        return json.ToJsonString();
    }

    /// <summary>A text for people: the name of the type as words.</summary>
    public static string TextOf(DataTypeInfo type)
    {
        StringBuilder text = new();
        foreach (char c in type.Name)
        {
            text.Append(char.IsUpper(c) && text.Length > 0 ? $" {char.ToLowerInvariant(c)}" : c);
        }

        return text.Append('.').ToString();
    }

    // A reference may be written as its id alone.
    private static JsonNode Completed(JsonNode value, TypeRef type) => (type.Kind, value) switch
    {
        (_, JsonArray list) => new JsonArray([.. list.Select(i => i is null ? null : Completed(i.DeepClone(), type))]),
        (TypeKind.Data, JsonObject data) => new JsonObject(data.Select(m => KeyValuePair.Create(
            m.Key,
            type.DataType!.AllMembers.FirstOrDefault(known => known.Name == m.Key) is { } member && m.Value is not null
                ? Completed(m.Value.DeepClone(), member.Type)
                : m.Value?.DeepClone()))),
        (TypeKind.ManagedObjectReference, JsonValue id) when id.TryGetValue(out string? text) =>
            new JsonObject { ["_typeName"] = "ManagedObjectReference", ["type"] = TargetOf(type), ["value"] = text },
        _ => value,
    };

    // Providers that clients meet are all of the derived type.
    private static string TargetOf(TypeRef type) => type.RefersTo switch
    {
        null => "ManagedEntity",
        "SmsProvider" => "VasaProvider",
        { } other => other,
    };

    private static JsonNode? Nothing(TypeRef type) => type.IsArray ? new JsonArray() : type.Kind switch
    {
        TypeKind.String => "",
        TypeKind.Boolean => false,
        TypeKind.Int or TypeKind.Long or TypeKind.Double => 0,
        TypeKind.DateTime => "1970-01-01T00:00:00Z",
        TypeKind.ManagedObjectReference => type.RefersTo is { } target ? $"{char.ToLowerInvariant(target[0])}{target[1..]}-1" : "group-d1",
        TypeKind.Enum => type.Enum!.Values[0],
        _ => null,
    };
}
