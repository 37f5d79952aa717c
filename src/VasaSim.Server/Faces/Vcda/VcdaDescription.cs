using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda;

/// <summary>Describes the API in OpenAPI 3.1, from the table of its operations.</summary>
internal sealed class VcdaDescription(IReadOnlyList<VcdaOperation> operations)
    : RestDescription(() => Write(operations), VcdaJson.Newest.JsonObject)
{
    private static JsonObject Write(IReadOnlyList<VcdaOperation> operations)
    {
        SchemaBook schemas = new();
        JsonObject paths = PathsOf(operations, o => Describe(o, schemas));
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "VMware Cloud Director Availability, simulated", ["version"] = H4Version.Newest.ToString() },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.Components(),
                ["securitySchemes"] = new JsonObject
                {
                    ["session"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = Access.VcdaSession.TokenHeader },
                },
            },
            ["security"] = new JsonArray(new JsonObject { ["session"] = new JsonArray() }),
        };
    }

    private static JsonObject Describe(VcdaOperation operation, SchemaBook schemas)
    {
        JsonObject described = new()
        {
            ["operationId"] = operation.Id,
            ["summary"] = operation.Summary,
            ["parameters"] = new JsonArray(
            [
                .. DescribedParameters.Of(operation),
                DescribedParameters.One("operationID", "header", new JsonObject { ["type"] = "string" }),
            ]),
        };
        if (operation.Anonymous)
        {
            described["security"] = new JsonArray();
        }

        if (operation.Body is { } body)
        {
            described["requestBody"] = new JsonObject { ["required"] = !operation.MayLackBody, ["content"] = Content(schemas.Of(body), false) };
        }

        JsonObject answer = new() { ["description"] = "As asked." };
        if (operation.Answer is { } type)
        {
            answer["content"] = Content(schemas.Of(type), true);
        }

        JsonObject responses = new() { [$"{operation.Status}"] = answer };
        foreach (IGrouping<int, ErrorCode> status in operation.AllErrors.GroupBy(e => e.Status))
        {
            responses[$"{status.Key}"] = new JsonObject
            {
                ["description"] = string.Join(", ", status.Select(e => e.Name)),
                ["content"] = Content(schemas.Of(VcdaJson.Newest.ApiError), true),
            };
        }

        described["responses"] = responses;
        return described;
    }

    private static JsonObject Content(JsonNode schema, bool versioned)
    {
        JsonObject content = new() { ["application/json"] = new JsonObject { ["schema"] = schema } };
        if (versioned)
        {
            content[MediaTypes.Of(H4Version.Newest)] = new JsonObject { ["schema"] = schema.DeepClone() };
        }

        return content;
    }
}
