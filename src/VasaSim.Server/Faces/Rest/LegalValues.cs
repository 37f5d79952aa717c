using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace VasaSim.Server.Faces.Rest;

/// <summary>Says what would have been legal where a body cannot be read.</summary>
internal static class LegalValues
{
    /// <summary>The problem in words: which field, and what is legal there.</summary>
    /// <param name="error">What the reader says.</param>
    /// <param name="type">What was read.</param>
    public static string Explain(JsonException error, JsonTypeInfo type)
    {
        string path = (error.Path ?? "$").TrimStart('$').TrimStart('.');
        if (error.LineNumber is { } line && IsSyntax(error))
        {
            return $"The body is not JSON at line {line + 1}, byte {error.BytePositionInLine + 1}.";
        }

        string what = path.Length == 0 ? "The body" : $"'{path}'";
        return At(type, path, out JsonPropertyInfo? member) is { } found ? $"{what} is not legal; legal is {Describe(found, member)}." : $"{what} is not legal.";
    }

    // A text that is no JSON is noticed by the reader of tokens, whose exceptions come inside of another.
    private static bool IsSyntax(JsonException error) => error.InnerException is JsonException;

    private static JsonTypeInfo? At(JsonTypeInfo type, string path, out JsonPropertyInfo? member)
    {
        JsonTypeInfo? here = type;
        member = null;
        foreach (string step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            int bracket = step.IndexOf('[', StringComparison.Ordinal);
            string name = bracket < 0 ? step : step[..bracket];
            if (name.Length > 0)
            {
                member = here is null ? null : Member(here, name);
                here = here is { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } value } ? here.Options.GetTypeInfo(value)
                    : member is null ? null
                    : member.Options.GetTypeInfo(member.PropertyType);
            }

            if (bracket >= 0 && here is { Kind: JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary, ElementType: { } element })
            {
                here = here.Options.GetTypeInfo(element);
            }
        }

        return here;
    }

    private static JsonPropertyInfo? Member(JsonTypeInfo type, string name)
    {
        IEnumerable<JsonTypeInfo> types = type.PolymorphismOptions is { } variants
            ? variants.DerivedTypes.Select(d => type.Options.GetTypeInfo(d.DerivedType)).Prepend(type)
            : [type];
        return types.SelectMany(t => t.Properties).FirstOrDefault(p => p.Name == name);
    }

    private static string Describe(JsonTypeInfo type, JsonPropertyInfo? member)
    {
        if (type.PolymorphismOptions is { } variants)
        {
            return $"an object whose type is one of {string.Join(", ", variants.DerivedTypes.Select(d => d.TypeDiscriminator))}";
        }

        if (type.Kind is JsonTypeInfoKind.Enumerable)
        {
            return $"a list, each of which is {Describe(type.Options.GetTypeInfo(type.ElementType!), null)}";
        }

        Type plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        return plain == typeof(bool) ? "true or false"
            : plain == typeof(int) ? "a whole number of 32 bits"
            : plain == typeof(long) ? "a whole number of 64 bits"
            : plain == typeof(string) ? "a text"
            : plain.IsEnum ? $"one of {string.Join(", ", WordsOf(type, member))}"
            : "an object";
    }

    // A member may have words of its own for an enumeration, which its type does not know.
    private static IEnumerable<string> WordsOf(JsonTypeInfo type, JsonPropertyInfo? member)
    {
        JsonNode? words = type.GetJsonSchemaAsNode()["enum"]
            ?? member!.Options.GetTypeInfo(member.DeclaringType).GetJsonSchemaAsNode()["properties"]![member.Name]!["enum"];
        return ((JsonArray)words!).Where(w => w is not null).Select(w => w!.GetValue<string>());
    }
}
