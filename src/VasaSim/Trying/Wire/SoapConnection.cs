using System.Buffers;
using System.Net.Http.Headers;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Soap;

namespace VasaSim.Trying.Wire;

/// <summary>
/// SOAP: logs in at <c>/sdk</c>, and shows the session of the cookie to SMS in the header element
/// <c>vcSessionCookie</c>, as clients of the real service do.
/// </summary>
internal sealed class SoapConnection(HttpExchange exchange) : HttpConnection(exchange)
{
    private const string Cookie = "vmware_soap_session=";

    protected override MediaTypeHeaderValue ContentType { get; } = new("text/xml", "utf-8");

    protected override string PathOf(ManagedObjectReference target, OperationInfo operation) => operation.Service.Path;

    protected override void AddHeaders(HttpRequestHeaders headers, ServiceContract service) =>
        headers.TryAddWithoutValidation("SOAPAction", $"\"{service.Namespace}/{service.NewestVersion}\"");

    protected override ReadOnlyMemory<byte> Write(ManagedObjectReference target, Request request)
    {
        ArrayBufferWriter<byte> output = new();
        SoapRequestWriter.Write(output, target, request, request.Operation.Service.NewestVersion, Session);
        return output.WrittenMemory;
    }

    protected override Answer Read(HttpReply reply, OperationInfo operation)
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

    // The value stands in quotes, which do not belong to it.
    protected override string? SessionOf(HttpResponseHeaders headers) => headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies)
        ? cookies.FirstOrDefault(c => c.StartsWith(Cookie, StringComparison.Ordinal))?[Cookie.Length..].Split(';')[0].Trim('"')
        : null;
}
