using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VasaSim.Vmodl.OpenApi;

/// <summary>
/// Writes the published description of VI JSON: an OpenAPI 3.1 document of all that is served in a release, made from the
/// contract. The same contract always makes the same bytes. Methods that no published description has are left out.
/// </summary>
public static class OpenApiWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    /// <summary>Returns the document of a release, in UTF-8.</summary>
    public static byte[] Write(ApiVersion release)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("openapi", "3.1.1");
            WriteInfo(json, release);
            json.WriteStartArray("servers");
            json.WriteStartObject();
            json.WriteString("url", $"/sdk/vim25/{release}");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("security");
            json.WriteStartObject();
            json.WriteStartArray("session");
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            new PathWriter(json, release).WriteAll();
            WriteComponents(json, release);
            json.WriteEndObject();
        }
        output.Write("\n"u8);
        return output.WrittenSpan.ToArray();
    }

    private static void WriteInfo(Utf8JsonWriter json, ApiVersion release)
    {
        json.WriteStartObject("info");
        json.WriteString("title", "Storage Monitoring Service and the vim25 objects beside it, in VI JSON");
        json.WriteString("version", release.ToString());
        json.WriteString(
            "description",
            "Methods are called by POST with their arguments in an object; properties are read by GET. A login answers with "
            + "the header vmware-api-session-id, which all later calls carry. Every fault is HTTP 500, whatever it is.");
        json.WriteEndObject();
    }

    private static void WriteComponents(Utf8JsonWriter json, ApiVersion release)
    {
        json.WriteStartObject("components");
        json.WriteStartObject("securitySchemes");
        json.WriteStartObject("session");
        json.WriteString("type", "apiKey");
        json.WriteString("in", "header");
        json.WriteString("name", "vmware-api-session-id");
        json.WriteEndObject();
        json.WriteEndObject();
        new SchemaWriter(json, release).WriteAll();
        json.WriteEndObject();
    }
}
