using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VasaSim.Server.Faces.Rest;

/// <summary>The schemas of messages: each type of object once, under its name, and references to it elsewhere.</summary>
internal sealed class SchemaBook
{
    private readonly SortedDictionary<string, JsonNode> _schemas = new(StringComparer.Ordinal);

    /// <summary>What stands for a type where it is used.</summary>
    public JsonNode Of(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            return new JsonObject { ["type"] = "array", ["items"] = Of(type.Options.GetTypeInfo(type.ElementType!)) };
        }

        string name = NameOf(type.Type);
        if (!_schemas.ContainsKey(name))
        {
            // Taken before its parts are looked at, which may be of the same type again.
            _schemas[name] = new JsonObject();
            _schemas[name] = type.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TransformSchemaNode = (context, schema) => Refer(context, schema) });
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    /// <summary>All schemas, by name.</summary>
    public JsonObject Components() => new(_schemas.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value)));

    // Parts that are objects of a type of their own are told once; the variants of one are told where they stand.
    private JsonNode Refer(JsonSchemaExporterContext context, JsonNode schema)
    {
        // The exporter forgets that numbers which may be null are written as texts.
        if (context.PropertyInfo is { NumberHandling: JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString })
        {
            return new JsonObject { ["type"] = new JsonArray("string", "null") };
        }

        JsonTypeInfo type = context.TypeInfo;
        if (type.Kind != JsonTypeInfoKind.Object || context.Path.Length == 0 || context.BaseTypeInfo is not null || schema is not JsonObject known)
        {
            return schema is JsonObject ? schema : new JsonObject();
        }

        JsonNode reference = Of(type);
        return known["type"] is JsonArray ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{type.GetGenericArguments()[0].Name}"
        : type.Name;
}
