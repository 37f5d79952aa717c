using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using VasaSim.Server.Journal;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces;

/// <summary>Reads a request's body as a whole, up to the limit.</summary>
internal static class LimitedBody
{
    /// <summary>
    /// Hands the body to a parser. One that is too large is not read to its end: the answer is null, and the reply will
    /// close the connection.
    /// </summary>
    public static async ValueTask<T?> ReadAsync<T>(HttpContext http, MessageLimits limits, Func<ReadOnlySequence<byte>, T> parse)
        where T : class
    {
        PipeReader body = http.Request.BodyReader;
        long? announced = http.Request.ContentLength;
        while (announced is null or 0 || announced <= limits.MaxBodyBytes)
        {
            ReadResult read = await body.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > limits.MaxBodyBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                break;
            }

            if (read.IsCompleted)
            {
                CallRecording.Of(http)?.TakeRequest(read.Buffer);
                T parsed = parse(read.Buffer);
                body.AdvanceTo(read.Buffer.End);
                return parsed;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        http.Response.Headers.Connection = "close";
        return null;
    }

    /// <summary>What a caller is told whose request is too large.</summary>
    public static string TooLarge(MessageLimits limits) => $"The request is larger than {limits.MaxBodyBytes} bytes.";
}
