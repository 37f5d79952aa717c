using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace VasaSim.Server.Control;

/// <summary>Reads the bodies of requests.</summary>
internal static class RequestBody
{
    /// <summary>Reads the body of a request; one that is empty counts as an object without keys.</summary>
    public static async Task<(JsonBody? Body, Reply? Refusal)> ReadAsync(HttpContext http)
    {
        using MemoryStream bytes = new();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        if (bytes.Length == 0)
        {
            return (new JsonBody(default), null);
        }

        (JsonElement? json, Reply? refusal) = ParseJson(http.Request.ContentType, bytes);
        return json switch
        {
            null => (null, refusal),
            { ValueKind: JsonValueKind.Object } root => (new JsonBody(root), null),
            { } other => (null, Reply.Invalid([new ProblemItem("", $"the body is {JsonBody.Describe(other)}", "an object")])),
        };
    }

    /// <summary>Reads JSON; what cannot be read as such is refused.</summary>
    public static (JsonElement? Json, Reply? Refusal) ParseJson(string? contentType, MemoryStream bytes)
    {
        if (!HasJsonType(contentType))
        {
            return (null, Reply.Failed(
                StatusCodes.Status415UnsupportedMediaType, $"The content type is '{contentType}'; send application/json."));
        }

        try
        {
            JsonDocumentOptions options = new() { AllowDuplicateProperties = false };
            using JsonDocument document = JsonDocument.Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), options);
            return (document.RootElement.Clone(), null);
        }
        catch (JsonException e)
        {
            string where = e.LineNumber is { } line ? $" at line {line + 1}, byte {e.BytePositionInLine + 1}" : "";
            return (null, Reply.Invalid([new ProblemItem("", $"the body is not JSON{where}", "an object")]));
        }
    }

    private static bool HasJsonType(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && type.Type == "application" && (type.SubType == "json" || type.Suffix == "json");
}
