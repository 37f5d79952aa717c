using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.OpenApi;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Json;

namespace VasaSim.Server.Tests.Twin;

/// <summary>VI JSON; of its replies only the texts of faults are moved to where the comparison looks for them.</summary>
public sealed class JsonTwin(HttpClient http, string session, string release = "8.0.3.0") : ITwinProtocol
{
    private readonly ApiVersion _version = ApiVersion.Parse(release);

    public async Task<JsonNode?> AskAsync(ManagedObjectReference target, Request request)
    {
        ArrayBufferWriter<byte> body = new();
        JsonRequestWriter.Write(body, request, _version);
        using HttpRequestMessage message = new(
            HttpMethod.Post, $"/sdk/vim25/{_version}/sms/{target.Type}/{Uri.EscapeDataString(target.Value)}/{request.Operation.Name}");
        message.Headers.Add("vmware-api-session-id", session);
        message.Content = new ReadOnlyMemoryContent(body.WrittenMemory);
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await http.SendAsync(message, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        // Every reply of the comparison is one that the published document has.
        Assert.Empty(ReplySchemas.Of(release).Check(
            $"/sms/{request.Operation.Owner.Name}/{{moId}}/{request.Operation.Name}", "post", (int)response.StatusCode, text));
        switch ((int)response.StatusCode)
        {
            case 204:
                Assert.Empty(text);
                return null;
            case 200:
                Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
                JsonNode? answer = Moved(JsonNode.Parse(text));
                // SOAP cannot tell an empty list from none.
                return answer is JsonArray { Count: 0 } ? null : answer;
            case 500:
                JsonObject fault = JsonNode.Parse(text)!.AsObject();
                string spoken = (string)fault["faultstring"]!;
                fault.Remove("faultstring");
                JsonObject moved = (JsonObject)Moved(fault)!;
                Assert.Equal(spoken, (string?)moved[TwinAnswer.Message]);
                return TwinAnswer.Fault(moved);
            default:
                throw new InvalidOperationException($"{(int)response.StatusCode}: {text}");
        }
    }

    private static JsonNode? Moved(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Moved(item?.DeepClone()))]);
            case JsonObject found:
                bool isFault = TwinAnswer.TypeOf(found) is { } name && Contracts.FindDataType(name) is { IsFault: true };
                JsonObject result = [];
                foreach ((string member, JsonNode? value) in found)
                {
                    if (isFault && member == "faultMessage")
                    {
                        result[TwinAnswer.Message] = (string?)Assert.Single(value!.AsArray())!["message"];
                    }
                    // A list that must be there is so in SOAP when it has no items, too: there is nothing to see.
                    else if (value is not JsonArray { Count: 0 } || member == "_value")
                    {
                        result[member] = Moved(value?.DeepClone());
                    }
                }

                return result;
            default:
                return node?.DeepClone();
        }
    }
}
