using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Operations;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm;

/// <summary>Describes a version of the API in OpenAPI 3.1, from the table of its operations.</summary>
internal sealed class SrmDescription(IReadOnlyList<SrmOperation> operations, SrmVersion version)
    : RestDescription(() => Write(operations, version), SrmJson.Newest.JsonObject)
{
    private static JsonObject Write(IReadOnlyList<SrmOperation> operations, SrmVersion version)
    {
        SchemaBook schemas = new();
        JsonObject paths = PathsOf(operations, o => Describe(o, version, schemas));
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "VMware Site Recovery Manager, simulated", ["version"] = string.Create(CultureInfo.InvariantCulture, $"{(int)version}.0.0") },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = SrmFace.PathOf(version) }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.Components(),
                ["securitySchemes"] = new JsonObject
                {
                    ["session"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = SrmSession.TokenHeader },
                    ["basic"] = new JsonObject { ["type"] = "http", ["scheme"] = "basic" },
                },
            },
            ["security"] = new JsonArray(new JsonObject { ["session"] = new JsonArray() }),
        };
    }

    private static JsonObject Describe(SrmOperation operation, SrmVersion version, SchemaBook schemas)
    {
        JsonObject described = new() { ["operationId"] = operation.Id, ["parameters"] = new JsonArray([.. DescribedParameters.Of(operation)]) };
        if (operation.Handler is null)
        {
            described["description"] = "Not simulated.";
        }

        if (operation.Contract != Contract.NotStated)
        {
            described["x-dr-remote-site-connectivity-contract"] = new JsonObject
            {
                ["not-authenticated"] = WordOf(operation.Contract.NotAuthenticated),
                ["server-down"] = WordOf(operation.Contract.ServerDown),
            };
        }

        if (operation.Anonymous)
        {
            described["security"] = new JsonArray(new JsonObject { ["basic"] = new JsonArray() });
        }

        if (operation.Body is { } body)
        {
            described["requestBody"] = new JsonObject { ["required"] = !operation.MayLackBody, ["content"] = Content(body, version, schemas) };
        }

        JsonObject responses = new() { [$"{operation.Status}"] = Response("As asked.", operation.Answer, version, schemas) };
        foreach (IGrouping<int, SrmFault> status in SrmFault.All.Where(f => f.Status != 404 || operation.NamesSomething).GroupBy(f => f.Status))
        {
            responses[$"{status.Key}"] = Response(
                string.Join(", ", status.Select(f => f.Name)), SrmFault.HasBody(status.Key) ? SrmJson.Newest.ResponseError : null, version, schemas);
        }

        described["responses"] = responses;
        return described;
    }

    private static string WordOf(Reach reach) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(reach.ToString());

    private static JsonObject Response(string description, JsonTypeInfo? type, SrmVersion version, SchemaBook schemas)
    {
        JsonObject response = new() { ["description"] = description };
        if (type is not null)
        {
            response["content"] = Content(type, version, schemas);
        }

        return response;
    }

    private static JsonObject Content(JsonTypeInfo type, SrmVersion version, SchemaBook schemas) =>
        new() { [SrmFace.ContentType] = new JsonObject { ["schema"] = schemas.Of(SrmJson.InVersion(type, version)) } };
}
