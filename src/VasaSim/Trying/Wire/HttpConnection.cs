using System.Net.Http.Headers;
using System.Text;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Trying.Wire;

/// <summary>What both protocols have in common: a call is a POST, and the answer to a login names the session in a header.</summary>
internal abstract class HttpConnection(HttpExchange exchange) : ISmsConnection
{
    /// <summary>The object to log in at; its id is fixed.</summary>
    public static ManagedObjectReference SessionManager { get; } = new("SessionManager", "SessionManager");

    /// <summary>The session to show; null before the login.</summary>
    protected string? Session { get; private set; }

    /// <summary>The content type of a request.</summary>
    protected abstract MediaTypeHeaderValue ContentType { get; }

    public async Task<Answer> LogInAsync(string user, string password, CancellationToken cancellation)
    {
        Session = null;
        Answer answer = await SendAsync(
            SessionManager,
            new LoginRequest { UserName = user, Password = password },
            new LoginRequest { UserName = user, Password = WireTrace.Mask },
            KeepSession,
            cancellation);
        return answer.IsOk && Session is null ? Answer.Unusable("the reply names no session") : answer;
    }

    public Task<Answer> CallAsync(ManagedObjectReference target, Request request, CancellationToken cancellation) =>
        SendAsync(target, request, request, null, cancellation);

    /// <summary>The path of a call.</summary>
    protected abstract string PathOf(ManagedObjectReference target, OperationInfo operation);

    /// <summary>Adds the headers of a call.</summary>
    protected abstract void AddHeaders(HttpRequestHeaders headers, ServiceContract service);

    /// <summary>The body of a call.</summary>
    protected abstract ReadOnlyMemory<byte> Write(ManagedObjectReference target, Request request);

    /// <summary>Reads a reply.</summary>
    protected abstract Answer Read(HttpReply reply, OperationInfo operation);

    /// <summary>The session that the headers of a reply name, if they do.</summary>
    protected abstract string? SessionOf(HttpResponseHeaders headers);

    private async Task<Answer> SendAsync(
        ManagedObjectReference target, Request request, Request shown, Action<HttpResponseHeaders>? onHeaders, CancellationToken cancellation)
    {
        OperationInfo operation = request.Operation;
        using ReadOnlyMemoryContent body = new(Write(target, request));
        body.Headers.ContentType = ContentType;
        using HttpRequestMessage message = new() { RequestUri = new Uri(PathOf(target, operation), UriKind.Relative) };
        AddHeaders(message.Headers, operation.Service);
        HttpReply reply = await exchange.PostAsync(message, body, Encoding.UTF8.GetString(Write(target, shown).Span), onHeaders, cancellation);
        return reply.LostBecause is { } reason ? Answer.Lost(reason) : Read(reply, operation);
    }

    private void KeepSession(HttpResponseHeaders headers)
    {
        if (SessionOf(headers) is { Length: > 0 } session)
        {
            Session = session;
            exchange.Trace.Hide(session);
        }
    }
}
