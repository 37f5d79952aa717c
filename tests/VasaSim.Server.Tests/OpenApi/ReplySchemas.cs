using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using VasaSim.Vmodl;
using VasaSim.Vmodl.OpenApi;

namespace VasaSim.Server.Tests.OpenApi;

/// <summary>The published document, and what it says of replies. Safe for threads.</summary>
public sealed class ReplySchemas
{
    private static readonly ConcurrentDictionary<string, ReplySchemas> _all = new();
    private static readonly Uri _id = new("https://vasasim.example/openapi.json");

    private readonly Dictionary<string, JsonSchema> _schemas = [];
    private readonly BuildOptions _building = new() { SchemaRegistry = new() };
    private readonly EvaluationOptions _options = new() { RequireFormatValidation = true, OutputFormat = OutputFormat.List };
    private readonly Lock _gate = new();

    private ReplySchemas(ApiVersion release)
        : this(JsonNode.Parse(OpenApiWriter.Write(release))!.AsObject())
    {
    }

    /// <summary>Reads a document.</summary>
    public ReplySchemas(JsonObject document)
    {
        Document = document;
        JsonObject definitions = new() { ["$id"] = _id.ToString(), ["$defs"] = Moved(Document["components"]!["schemas"]!) };
        JsonSchema.FromText(definitions.ToJsonString(), _building);
    }

    /// <summary>The document of the newest release.</summary>
    public static ReplySchemas Newest => Of("8.0.3.0");

    public JsonObject Document { get; }

    /// <summary>The document of a release.</summary>
    public static ReplySchemas Of(string release) => _all.GetOrAdd(release, static r => new ReplySchemas(ApiVersion.Parse(r)));

    /// <summary>Paths below the release, with their verbs and what is said of each.</summary>
    public IEnumerable<(string Path, string Verb, JsonObject Operation)> Operations =>
        from path in Document["paths"]!.AsObject()
        from verb in path.Value!.AsObject()
        where verb.Value is JsonObject
        select (path.Key, verb.Key, verb.Value!.AsObject());

    /// <summary>Whether the document has such a request.</summary>
    public bool Has(string path, string verb) => Document["paths"]![path] is JsonObject found && found.ContainsKey(verb);

    /// <summary>What is wrong with a reply; nothing when the document allows it.</summary>
    public IReadOnlyList<string> Check(string path, string verb, int status, string body)
    {
        if (Document["paths"]![path]?[verb]?["responses"]?[$"{status}"] is not { } response)
        {
            return [$"The status {status} is not described."];
        }

        if (response["content"]?["application/json"]?["schema"] is not { } schema)
        {
            return body.Length == 0 ? [] : ["There is a body where none is described."];
        }

        EvaluationResults results;
        lock (_gate)
        {
            if (!_schemas.TryGetValue($"{path} {verb} {status}", out JsonSchema? compiled))
            {
                _schemas[$"{path} {verb} {status}"] = compiled = JsonSchema.FromText(Moved(schema).ToJsonString(), _building);
            }

            using JsonDocument instance = JsonDocument.Parse(body);
            results = compiled.Evaluate(instance.RootElement, _options);
        }

        return results.IsValid
            ? []
            : [.. (results.Details ?? []).Where(d => d.Errors is not null).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation}: {e.Value}")).Distinct().Take(20)];
    }

    // The schemas refer to each other inside the document; here they stand outside of it. What belongs to OpenAPI alone a
    // JSON Schema does not know.
    private static JsonNode Moved(JsonNode node)
    {
        JsonNode moved = JsonNode.Parse(node.ToJsonString().Replace("\"#/components/schemas/", $"\"{_id}#/$defs/", StringComparison.Ordinal))!;
        foreach (JsonObject part in Objects(moved).Where(o => o["discriminator"] is JsonObject).ToArray())
        {
            part.Remove("discriminator");
        }

        return moved;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.Select(m => m.Value).SelectMany(Objects).Prepend(found),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
