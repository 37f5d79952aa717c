using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Json;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Trying.Wire;

/// <summary>VI JSON: login and SMS below <c>/sdk/vim25/{release}</c>, with the session in a header.</summary>
internal sealed class JsonConnection(HttpExchange exchange) : ISmsConnection
{
    private const string SessionHeader = "vmware-api-session-id";

    private static readonly ManagedObjectReference _sessionManager = new("SessionManager", "SessionManager");
    private static readonly ApiVersion _release = Contracts.Sms.NewestVersion;

    private string? _session;

    public Task<Answer> LogInAsync(string user, string password, CancellationToken cancellation)
    {
        _session = null;
        return SendAsync(
            _sessionManager,
            new LoginRequest { UserName = user, Password = password },
            new LoginRequest { UserName = user, Password = WireTrace.Mask },
            KeepSession,
            cancellation);
    }

    public Task<Answer> CallAsync(ManagedObjectReference target, Request request, CancellationToken cancellation) =>
        SendAsync(target, request, request, null, cancellation);

    private async Task<Answer> SendAsync(
        ManagedObjectReference target, Request request, Request shown, Action<HttpResponseHeaders>? onHeaders, CancellationToken cancellation)
    {
        OperationInfo operation = request.Operation;
        string service = operation.Service == Contracts.Sms ? "sms/" : "";
        string path = $"/sdk/vim25/{_release}/{service}{target.Type}/{Uri.EscapeDataString(target.Value)}/{operation.Name}";
        using ReadOnlyMemoryContent body = new(Write(request));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpRequestMessage message = new() { RequestUri = new Uri(path, UriKind.Relative) };
        if (_session is not null)
        {
            message.Headers.TryAddWithoutValidation(SessionHeader, _session);
        }

        HttpReply reply = await exchange.PostAsync(message, body, Encoding.UTF8.GetString(Write(shown).Span), onHeaders, cancellation);
        return reply.LostBecause is { } reason ? Answer.Lost(reason) : Read(reply, operation);
    }

    private static ReadOnlyMemory<byte> Write(Request request)
    {
        ArrayBufferWriter<byte> output = new();
        JsonRequestWriter.Write(output, request, _release);
        return output.WrittenMemory;
    }

    private static Answer Read(HttpReply reply, OperationInfo operation)
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

    private void KeepSession(HttpResponseHeaders headers)
    {
        if (headers.TryGetValues(SessionHeader, out IEnumerable<string>? values) && values.First() is { Length: > 0 } session)
        {
            _session = session;
            exchange.Trace.Hide(session);
        }
    }
}
