using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Trying.Wire;

/// <summary>
/// SOAP: logs in at <c>/sdk</c>, and shows the session of the cookie to SMS in the header element
/// <c>vcSessionCookie</c>, as clients of the real service do.
/// </summary>
internal sealed class SoapConnection(HttpExchange exchange) : ISmsConnection
{
    private const string Cookie = "vmware_soap_session=";

    private static readonly ManagedObjectReference _sessionManager = new("SessionManager", "SessionManager");

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
        ServiceContract service = request.Operation.Service;
        using ReadOnlyMemoryContent body = new(Write(target, request));
        body.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "utf-8");
        using HttpRequestMessage message = new() { RequestUri = new Uri(service.Path, UriKind.Relative) };
        message.Headers.TryAddWithoutValidation("SOAPAction", $"\"{service.Namespace}/{service.NewestVersion}\"");
        HttpReply reply = await exchange.PostAsync(
            message, body, Encoding.UTF8.GetString(Write(target, shown).Span), onHeaders, cancellation);
        return reply.LostBecause is { } reason ? Answer.Lost(reason) : Read(reply, request.Operation);
    }

    private ReadOnlyMemory<byte> Write(ManagedObjectReference target, Request request)
    {
        ArrayBufferWriter<byte> output = new();
        SoapRequestWriter.Write(output, target, request, request.Operation.Service.NewestVersion, _session);
        return output.WrittenMemory;
    }

    private static Answer Read(HttpReply reply, OperationInfo operation)
    {
        SoapResponse response = SoapResponseReader.Read(reply.Body, operation);
        return response switch
        {
            { Fault: { } fault } => Answer.Failed(fault, response.FaultString),
            { IsFault: true } => Answer.Unusable($"HTTP {reply.Status}: {response.FaultElement ?? response.FaultCode}: {response.FaultString}"),
            { Problem: { } problem } => Answer.Unusable($"HTTP {reply.Status}: {problem}"),
            _ => Answer.Ok(response.Result),
        };
    }

    private void KeepSession(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies))
        {
            return;
        }

        // The value stands in quotes, which do not belong to it.
        string? cookie = cookies.FirstOrDefault(c => c.StartsWith(Cookie, StringComparison.Ordinal));
        _session = cookie?[Cookie.Length..].Split(';')[0].Trim('"');
        if (_session is { Length: > 0 } session)
        {
            exchange.Trace.Hide(session);
        }
    }
}
