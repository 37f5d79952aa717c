using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace VasaSim.Server.Faces.Rest;

/// <summary>The OpenAPI document of an API, which is written when somebody first asks for it. Safe for threads.</summary>
/// <param name="write">Writes it.</param>
/// <param name="type">How it becomes a text.</param>
internal abstract class RestDescription(Func<JsonObject> write, JsonTypeInfo<JsonObject> type)
{
    /// <summary>Where it is served, below the path of the API.</summary>
    public const string Path = "/openapi.json";

    private readonly Lazy<byte[]> _document = new(() => JsonSerializer.SerializeToUtf8Bytes(write(), type));

    /// <summary>The document.</summary>
    public ReadOnlySpan<byte> Document => _document.Value;

    /// <summary>The paths of operations, each with its methods.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="describe">Describes one.</param>
    protected static JsonObject PathsOf<TOperation>(IEnumerable<TOperation> operations, Func<TOperation, JsonObject> describe)
        where TOperation : RestOperation =>
        new(operations.GroupBy(o => o.Path).Select(p => KeyValuePair.Create(
            p.Key, (JsonNode?)new JsonObject(p.Select(o => KeyValuePair.Create(o.Method.ToLowerInvariant(), (JsonNode?)describe(o)))))));
}
