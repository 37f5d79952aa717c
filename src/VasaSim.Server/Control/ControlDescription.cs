using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace VasaSim.Server.Control;

/// <summary>Describes the control API in OpenAPI 3.1, from its routes.</summary>
internal sealed partial class ControlDescription(IReadOnlyList<ControlRoute> routes)
{
    public const string Path = "/_sim/v1/openapi.json";

    // Where a converter writes a value the exporter can say nothing of it; times are the only ones.
    private static readonly JsonSchemaExporterOptions _schemas = new()
    {
        TransformSchemaNode = static (context, schema) => schema is JsonObject ? schema
            : (Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type) == typeof(DateTimeOffset)
                ? new JsonObject { ["type"] = new JsonArray("string", "null"), ["format"] = "date-time" }
                : new JsonObject(),
    };

    public ValueTask<Reply> ShowAsync(HttpContext http) => ValueTask.FromResult(Reply.Ok<JsonNode>(Document(), ControlJson.Readable.JsonNode));

    private JsonObject Document()
    {
        JsonObject paths = [];
        foreach (IGrouping<string, ControlRoute> path in routes.GroupBy(r => r.Path))
        {
            paths[path.Key] = new JsonObject(path.Select(r => KeyValuePair.Create(r.Method.ToLowerInvariant(), (JsonNode?)Operation(r))));
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "VasaSim control API", ["version"] = ProductVersion.Text },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = new JsonObject { [nameof(Problem)] = Schema(ControlJson.Readable.Problem) },
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "Only with --control-token." } },
            },
        };
    }

    private static JsonObject Operation(ControlRoute route)
    {
        JsonObject operation = new()
        {
            ["summary"] = route.Summary,
            ["operationId"] = OperationId(route),
            ["parameters"] = new JsonArray(
            [
                .. Names().Matches(route.Path).Select(m => Parameter(m.Groups[1].Value, "path")),
                .. route.Query.Select(q => Parameter(q, "query")),
            ]),
        };
        if (route.Body is { } body)
        {
            JsonObject content = new() { ["application/json"] = new JsonObject { ["schema"] = body() } };
            if (route.TakesYaml)
            {
                content["application/yaml"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
            }

            operation["requestBody"] = new JsonObject { ["content"] = content };
        }

        JsonObject answer = new() { ["description"] = "As asked." };
        if (route.Answer is { } type)
        {
            answer["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Schema(type) } };
        }
        else if (route.Media is { } media)
        {
            answer["content"] = new JsonObject { [media] = new JsonObject() };
        }

        operation["responses"] = new JsonObject
        {
            [route is { Method: "POST", Path: "/_sim/v1/rules" or "/_sim/v1/snapshots" } ? "2XX" : "200"] = answer,
            ["default"] = new JsonObject
            {
                ["description"] = "Not done, and why.",
                ["content"] = new JsonObject
                {
                    ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{nameof(Problem)}" } },
                },
            },
        };
        return operation;
    }

    private static JsonObject Parameter(string name, string place) => new()
    {
        ["name"] = name,
        ["in"] = place,
        ["required"] = place == "path",
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonNode Schema(JsonTypeInfo type) => type.GetJsonSchemaAsNode(_schemas);

    private static string OperationId(ControlRoute route) =>
        route.Method.ToLowerInvariant() + string.Concat(route.Path.Split('/', '-', '.').Where(p => p.Length > 0 && p is not "_sim" and not "v1")
            .Select(p => p.Trim('{', '}')).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Names();
}
