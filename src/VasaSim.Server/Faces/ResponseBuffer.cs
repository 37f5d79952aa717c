using Microsoft.AspNetCore.Http;
using VasaSim.Server.Calls;
using VasaSim.Server.Injection;
using VasaSim.Server.Journal;

namespace VasaSim.Server.Faces;

/// <summary>
/// A pooled buffer that a reply is written to before it is sent, so that its length can be said in the header and
/// nothing is sent of a reply that cannot be finished.
/// </summary>
internal sealed class ResponseBuffer : PooledBuffer
{
    /// <summary>Sends what was written, with its length.</summary>
    /// <param name="http">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">What the body is.</param>
    /// <param name="call">The call that it answers, whose rules may want it sent otherwise; null: it answers none.</param>
    public async Task SendAsync(HttpContext http, int status, string contentType, Call? call = null)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = Length;
        if (call?.Reply is { } plan)
        {
            ReadOnlyMemory<byte> body = call.Restyled(Written, plan);
            http.Response.ContentLength = body.Length;
            CallRecording.Of(http)?.TakeReply(body.Span);
            await Breaking.SendAsync(http, body, plan, call.Workspace.RealTime);
            return;
        }

        CallRecording.Of(http)?.TakeReply(Written.Span);
        await http.Response.BodyWriter.WriteAsync(Written, http.RequestAborted);
    }
}
