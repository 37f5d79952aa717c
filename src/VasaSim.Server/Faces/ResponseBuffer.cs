using Microsoft.AspNetCore.Http;
using VasaSim.Server.Journal;

namespace VasaSim.Server.Faces;

/// <summary>
/// A pooled buffer that a reply is written to before it is sent, so that its length can be said in the header and
/// nothing is sent of a reply that cannot be finished.
/// </summary>
internal sealed class ResponseBuffer : PooledBuffer
{
    /// <summary>Sends what was written, with its length.</summary>
    public async Task SendAsync(HttpContext http, int status, string contentType)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = Length;
        CallRecording.Of(http)?.TakeReply(Written.Span);
        await http.Response.BodyWriter.WriteAsync(Written, http.RequestAborted);
    }
}
