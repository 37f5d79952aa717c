using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Json;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Trying.Wire;

/// <summary>VI JSON: login and SMS below <c>/sdk/vim25/{release}</c>, with the session in a header.</summary>
internal sealed class JsonConnection(HttpExchange exchange) : HttpConnection(exchange)
{
    private const string SessionHeader = "vmware-api-session-id";

    private static readonly ApiVersion _release = Contracts.Sms.NewestVersion;

    protected override MediaTypeHeaderValue ContentType { get; } = new("application/json");

    protected override string PathOf(ManagedObjectReference target, OperationInfo operation) =>
        $"/sdk/vim25/{_release}/{(operation.Service == Contracts.Sms ? "sms/" : "")}{target.Type}/{Uri.EscapeDataString(target.Value)}/{operation.Name}";

    protected override void AddHeaders(HttpRequestHeaders headers, ServiceContract service)
    {
        if (Session is not null)
        {
            headers.TryAddWithoutValidation(SessionHeader, Session);
        }
    }

    protected override ReadOnlyMemory<byte> Write(ManagedObjectReference target, Request request)
    {
        ArrayBufferWriter<byte> output = new();
        JsonRequestWriter.Write(output, request, _release);
        return output.WrittenMemory;
    }

    protected override Answer Read(HttpReply reply, OperationInfo operation)
    {
        try
        {
            if (reply.Status is >= 200 and < 300)
            {
                return Answer.Ok(JsonResponseReader.ReadResult(reply.Body, operation));
            }

            MethodFault fault = JsonResponseReader.ReadFault(reply.Body);
            return Answer.Failed(fault, fault.FaultMessage is [var message, ..] ? message.Message : null);
        }
        // The second is what the parser throws, late, for texts that are no UTF-8.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Answer.Unusable($"HTTP {reply.Status}: {e.Message}");
        }
    }

    protected override string? SessionOf(HttpResponseHeaders headers) =>
        headers.TryGetValues(SessionHeader, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
}
