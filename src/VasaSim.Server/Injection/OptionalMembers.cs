using System.Text.Json.Nodes;
using System.Xml.Linq;
using VasaSim.Vmodl;

namespace VasaSim.Server.Injection;

/// <summary>Takes members out of a reply that the contract allows to be left out.</summary>
internal static class OptionalMembers
{
    private const string Boxed = "ArrayOf";
    private static readonly XName _xsiType = XNamespace.Get("http://www.w3.org/2001/XMLSchema-instance") + "type";

    /// <summary>Takes them out of a SOAP value.</summary>
    /// <param name="value">The element of the value.</param>
    /// <param name="declared">The data type that is declared for it; null for any type.</param>
    public static void Remove(XElement value, DataTypeInfo? declared)
    {
        string? name = value.Attribute(_xsiType)?.Value.Split(':')[^1];
        if (name?.StartsWith(Boxed, StringComparison.Ordinal) == true)
        {
            foreach (XElement item in value.Elements())
            {
                Remove(item, Contracts.FindDataType(name.AsSpan(Boxed.Length)));
            }

            return;
        }

        if ((name is null ? declared : Contracts.FindDataType(name) ?? declared) is not { } type)
        {
            return;
        }

        Dictionary<string, MemberInfo> members = type.AllMembers.ToDictionary(m => m.Name, StringComparer.Ordinal);
        foreach (XElement child in value.Elements().ToArray())
        {
            if (!members.TryGetValue(child.Name.LocalName, out MemberInfo? member))
            {
                continue;
            }

            if (member.Optional)
            {
                child.Remove();
            }
            else
            {
                Remove(child, member.Type.DataType);
            }
        }
    }

    /// <summary>Takes them out of a JSON value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="declared">The data type that is declared for it; null for any type.</param>
    public static void Remove(JsonNode? value, DataTypeInfo? declared)
    {
        if (value is JsonArray list)
        {
            foreach (JsonNode? item in list)
            {
                Remove(item, declared);
            }

            return;
        }

        if (value is not JsonObject json)
        {
            return;
        }

        string? name = json["_typeName"]?.GetValue<string>();
        if (name?.StartsWith(Boxed, StringComparison.Ordinal) == true)
        {
            Remove(json["_value"], Contracts.FindDataType(name.AsSpan(Boxed.Length)));
            return;
        }

        foreach (MemberInfo member in (name is null ? declared : Contracts.FindDataType(name) ?? declared)?.AllMembers ?? [])
        {
            if (member.Optional)
            {
                json.Remove(member.Name);
            }
            else
            {
                Remove(json[member.Name], member.Type.DataType);
            }
        }
    }
}
