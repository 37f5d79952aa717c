using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace VasaSim.Server.Tests.OpenApi;

/// <summary>Makes values that schemas of a document allow.</summary>
/// <param name="document">The document.</param>
/// <param name="texts">What texts are made of.</param>
/// <param name="references">What references to managed objects are made of; none where there are no such.</param>
internal sealed class ValueGenerator(JsonObject document, string[] texts, (string Type, string Id)[] references)
{
    private const int Deepest = 6;

    /// <summary>Values of a schema.</summary>
    public Gen<JsonNode?> Of(JsonNode schema) => Value(schema, 0);

    private static string TypeOf(JsonObject schema) => schema["type"] is JsonArray several ? (string)several[0]! : (string?)schema["type"] ?? "object";

    private Gen<JsonNode?> Value(JsonNode schema, int depth)
    {
        JsonObject found = schema.AsObject();
        if (found["$ref"] is { } reference)
        {
            JsonObject target = Resolve((string)reference!);
            // A subtype has to say that it is one.
            return found["required"] is { } required
                ? Object(target, [.. required.AsArray().Select(r => (string)r!)], depth)
                : Value(target, depth);
        }

        if ((found["anyOf"] ?? found["oneOf"]) is JsonArray choices)
        {
            return Gen.Elements(choices.Select(c => c!).ToArray()).SelectMany(choice => Value(choice, depth));
        }

        if (found["const"] is { } constant)
        {
            return Gen.Constant<JsonNode?>(constant.DeepClone());
        }

        if (found["enum"] is JsonArray values)
        {
            return Gen.Elements(values.ToArray()).Select(v => v?.DeepClone());
        }

        return TypeOf(found) switch
        {
            "string" => Gen.Elements(texts).Select(t => (JsonNode?)t),
            "null" => Gen.Constant<JsonNode?>(null),
            "boolean" => Gen.Elements(true, false).Select(b => (JsonNode?)b),
            "integer" => Gen.Elements(0, 1, -1, 2, 100, int.MaxValue, int.MinValue).Select(n => (JsonNode?)n),
            "number" => Gen.Elements(0, 0.5, -1e9).Select(n => (JsonNode?)n),
            "array" => from count in Gen.Choose(0, depth > Deepest ? 0 : 2)
                       from items in Value(found["items"]!, depth + 1).ListOf(count)
                       select (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())]),
            _ when references.Length > 0 && found["properties"]?["type"] is not null && found["properties"]?["value"] is not null =>
                Gen.Elements(references).Select(o => (JsonNode?)new JsonObject { ["type"] = o.Type, ["value"] = o.Id }),
            _ => Object(found, [], depth),
        };
    }

    private Gen<JsonNode?> Object(JsonObject schema, string[] alsoRequired, int depth)
    {
        string[] required = [.. alsoRequired, .. (schema["required"]?.AsArray() ?? []).Select(r => (string)r!)];
        Gen<(string Name, JsonNode? Value, bool Has)>[] members = [.. (schema["properties"]?.AsObject() ?? [])
            .Where(p => required.Contains(p.Key) || depth <= Deepest)
            .Select(p =>
                from has in required.Contains(p.Key) ? Gen.Constant(true) : Gen.Elements(true, false, false)
                from value in has ? Value(p.Value!, depth + 1) : Gen.Constant<JsonNode?>(null)
                select (p.Key, value, has))];
        return Gen.CollectToArray(members).Select(all => (JsonNode?)new JsonObject(
            all.Where(m => m.Has).Select(m => KeyValuePair.Create(m.Name, m.Value?.DeepClone()))));
    }

    private JsonObject Resolve(string reference) =>
        document["components"]!["schemas"]![reference["#/components/schemas/".Length..]]!.AsObject();
}
