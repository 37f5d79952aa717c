using Microsoft.AspNetCore.Http;
using VasaSim.Server.Calls;
using VasaSim.Server.Journal;

namespace VasaSim.Server.Injection;

/// <summary>Ends requests in other ways than with the answer of the API.</summary>
internal static class Breaking
{
    // Often enough for a rate to look even, seldom enough to cost nothing.
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(50);

    /// <summary>Gives the client what it gets instead of an answer.</summary>
    public static async Task EndAsync(HttpContext http, WireAnswer wire)
    {
        if (wire.Status is { } status)
        {
            http.Response.StatusCode = status;
            http.Response.ContentLength = 0;
        }
        else if (wire.Reset)
        {
            CallRecording.Of(http)?.Cut();
            http.Abort();
        }
        else
        {
            CallRecording.Of(http)?.Cut();
            await CloseAsync(http);
        }
    }

    /// <summary>Sends a body as a rule wants it.</summary>
    public static async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> body, ReplyPlan plan, TimeProvider time)
    {
        if (plan.Look?.Chunked == true)
        {
            http.Response.ContentLength = null;
        }

        ReadOnlyMemory<byte> sent = body[..Math.Min(plan.Truncate ?? body.Length, body.Length)];
        int piece = plan.Rate is { } rate ? (int)Math.Clamp(rate * _tick.TotalSeconds, 1, int.MaxValue)
            : plan.Look?.Chunked == true ? Math.Max(1, sent.Length / 3)
            : Math.Max(1, sent.Length);
        await http.Response.StartAsync(http.RequestAborted);
        for (int at = 0; at < sent.Length; at += piece)
        {
            int length = Math.Min(piece, sent.Length - at);
            await http.Response.BodyWriter.WriteAsync(sent.Slice(at, length), http.RequestAborted);
            if (plan.Rate is { } perSecond)
            {
                await Task.Delay(TimeSpan.FromSeconds((double)length / perSecond), time, http.RequestAborted);
            }
        }

        if (plan.Truncate < body.Length)
        {
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            await CloseAsync(http);
        }
    }

    private static async Task CloseAsync(HttpContext http)
    {
        if (RawConnection.Of(http) is { } connection)
        {
            await connection.CloseAsync();
        }

        http.Abort();
    }
}
