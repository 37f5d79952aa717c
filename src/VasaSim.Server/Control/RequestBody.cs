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

        if (!HasJsonType(http.Request.ContentType))
        {
            return (null, Reply.Failed(
                StatusCodes.Status415UnsupportedMediaType,
                $"The content type is '{http.Request.ContentType}'; send application/json."));
        }

        try
        {
            JsonDocumentOptions options = new() { AllowDuplicateProperties = false };
            using JsonDocument document = JsonDocument.Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), options);
            JsonElement root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object
                ? (new JsonBody(root), null)
                : (null, Reply.Invalid([new ProblemItem("", $"the body is {JsonBody.Describe(root)}", "an object")]));
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
