using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.ViJson;

/// <summary>
/// <c>POST /api/vcenter/system?action=hello</c>: the client names the releases that it speaks, the one that it likes
/// best first, and is told which of them to use; an empty text means none.
/// </summary>
internal sealed class HelloFace(Releases releases, MessageLimits limits)
{
    private const string Path = "/api/vcenter/system";
    private const string ContentType = "application/json";

    /// <summary>Answers the request; null when it is another.</summary>
    public Task? TryServe(HttpContext http) =>
        http.Request.Path.Value == Path && http.Request.Query["action"] == "hello" && HttpMethods.IsPost(http.Request.Method)
            ? AnswerAsync(http)
            : null;

    private async Task AnswerAsync(HttpContext http)
    {
        string[]? asked = (await LimitedBody.ReadAsync(http, limits, body => new Asked(Read(body))))?.Releases;
        using ResponseBuffer buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            if (asked is null)
            {
                WriteError(json);
            }
            else
            {
                json.WriteStartObject();
                json.WriteString("api_release", asked.FirstOrDefault(name => releases.Find(name) is not null) ?? "");
                json.WriteEndObject();
            }
        }

        await buffer.SendAsync(http, asked is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK, ContentType);
    }

    private static string[]? Read(ReadOnlySequence<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("api_releases", out JsonElement releases)
                && releases.ValueKind == JsonValueKind.Array
                && releases.EnumerateArray().All(r => r.ValueKind == JsonValueKind.String)
                ? [.. releases.EnumerateArray().Select(r => r.GetString()!)]
                : null;
        }
        // The second is what the parser throws, late, for texts that are no UTF-8.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // The form of errors of the Automation API, which this one call belongs to.
    private static void WriteError(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("error_type", "INVALID_ARGUMENT");
        json.WriteStartArray("messages");
        json.WriteStartObject();
        json.WriteStartArray("args");
        json.WriteEndArray();
        json.WriteString("default_message", "The body must be an object with 'api_releases', a list of texts.");
        json.WriteString("id", "com.vmware.vapi.rest.httpBadRequest");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed record Asked(string[]? Releases);
}
