using System.Text.Json;
using VasaSim.Configuration;
using VasaSim.Server.Control;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Json;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Injection;

/// <summary>Checks the members of a fault that a tester wrote, in VI JSON, against the contract.</summary>
/// <param name="problem">Is told each problem: its pointer, what is wrong, what is legal.</param>
/// <param name="complete">Whether all required members of the fault have to be there, and references to be written out.</param>
internal sealed class FaultMembers(Action<string, string, string> problem, bool complete)
{
    private const string TypeKey = "type";
    private const string WireTypeKey = "_typeName";

    private static readonly string[] _faults = [.. FaultFactory.Types.Select(t => t.Name)];

    /// <summary>The type that is named; null, and a problem, when it is none that may stand there.</summary>
    public DataTypeInfo? TypeOf(string pointer, JsonElement? name, DataTypeInfo declared)
    {
        string[] legal = declared == MethodFault.Metadata ? _faults : [declared.Name];
        string given = name is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
        if (Contracts.FindDataType(given) is { } type && type.IsA(declared))
        {
            return type;
        }

        problem(
            pointer,
            name is { } wrong ? $"{JsonBody.Describe(wrong)} is not known{DidYouMean.Hint(given, legal)}" : $"{TypeKey} is missing",
            declared == MethodFault.Metadata ? "a fault type of sms or vim25" : $"the name of {declared.Name} or a type that extends it");
        return null;
    }

    /// <summary>Checks the members of an object.</summary>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="value">The object; anything else has no members.</param>
    /// <param name="type">Its type.</param>
    /// <param name="others">Keys that are no members.</param>
    public void Check(string pointer, JsonElement value, DataTypeInfo type, IReadOnlyList<string> others)
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
                CheckMember(place, property.Value, member.Type);
            }
            else
            {
                string[] known = [.. members.Select(m => m.Name)];
                problem(
                    place, $"{type.Name} has no such member{DidYouMean.Hint(property.Name, known)}", "one of the keys " + string.Join(", ", [.. others, .. known]));
            }
        }

        // What a rule leaves out of the fault itself is filled in; what it writes inside has to be whole.
        foreach (MemberInfo missing in members.Where(m => (complete || pointer.Length > 0) && !m.Optional && given.All(p => p.Name != m.Name)))
        {
            problem($"{pointer}/{missing.Name}", $"{missing.Name} is missing", Expected(missing.Type));
        }
    }

    private void CheckMember(string pointer, JsonElement value, TypeRef type)
    {
        if (type.IsArray && value.ValueKind == JsonValueKind.Array)
        {
            int index = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                CheckMember($"{pointer}/{index++}", item, type.ToElement());
            }
        }
        else if (!type.IsArray && type.DataType is { } declared && value.ValueKind == JsonValueKind.Object)
        {
            CheckObject(pointer, value, declared);
        }
        else if (!complete && type is { Kind: TypeKind.ManagedObjectReference, IsArray: false } && value.ValueKind == JsonValueKind.String)
        {
            // The id alone says which one.
            return;
        }
        else if (type.IsArray || !JsonValueReader.Fits(value, type))
        {
            problem(pointer, $"{JsonBody.Describe(value)} is not legal", Expected(type));
        }
    }

    private void CheckObject(string pointer, JsonElement value, DataTypeInfo declared)
    {
        JsonElement? name = Find(value, WireTypeKey);

        // A fault stands bare where the contract has it with its message.
        bool isBare = declared == LocalizedMethodFault.Metadata && name is not null && name.Value.ToString() != declared.Name;
        DataTypeInfo? type = name is null ? declared
            : TypeOf($"{pointer}/{WireTypeKey}", name, isBare ? MethodFault.Metadata : declared);
        if (type is not null)
        {
            Check(pointer, value, type, [WireTypeKey]);
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

    private static JsonElement? Find(JsonElement owner, string key) =>
        owner.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
