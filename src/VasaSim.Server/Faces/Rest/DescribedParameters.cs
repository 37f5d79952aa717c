using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VasaSim.Server.Faces.Rest;

/// <summary>The parameters of operations as an OpenAPI document has them.</summary>
internal static partial class DescribedParameters
{
    /// <summary>Those of the path, then those of the query.</summary>
    public static IEnumerable<JsonNode> Of(RestOperation operation) =>
    [
        .. Names().Matches(operation.Path).Select(m => One(m.Groups[1].Value, "path", new JsonObject { ["type"] = "string" })),
        .. operation.Query.Select(q => One(q.Name, "query", SchemaOf(q))),
    ];

    /// <summary>A parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="place">Where it stands: <c>path</c>, <c>query</c>, <c>header</c>.</param>
    /// <param name="schema">What its value is.</param>
    public static JsonNode One(string name, string place, JsonObject schema) => new JsonObject
    {
        ["name"] = name,
        ["in"] = place,
        ["required"] = place == "path",
        ["schema"] = schema,
    };

    private static JsonObject SchemaOf(QueryParameter parameter) => parameter.Kind switch
    {
        QueryKind.Whole => new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
        QueryKind.Time => new JsonObject { ["type"] = "integer", ["format"] = "int64" },
        QueryKind.Flag => new JsonObject { ["type"] = "boolean" },
        QueryKind.Word => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. parameter.Words.Select(w => (JsonNode)w)]) },
        QueryKind.Words or QueryKind.Sort => new JsonObject { ["type"] = "string", ["description"] = $"With commas between: {string.Join(", ", parameter.Words)}." },
        _ => new JsonObject { ["type"] = "string" },
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Names();
}
