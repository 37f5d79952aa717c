using System.Buffers;
using Microsoft.AspNetCore.Http;
using VasaSim.Server.Journal;

namespace VasaSim.Server.Faces;

/// <summary>
/// A pooled buffer that a reply is written to before it is sent, so that its length can be said in the header and
/// nothing is sent of a reply that cannot be finished.
/// </summary>
internal sealed class ResponseBuffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 4096;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);

    public int Length { get; private set; }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Sends what was written, with its length.</summary>
    public async Task SendAsync(HttpContext http, int status, string contentType)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = Length;
        CallRecording.Of(http)?.TakeReply(_bytes.AsSpan(0, Length));
        await http.Response.BodyWriter.WriteAsync(_bytes.AsMemory(0, Length), http.RequestAborted);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Ensure(int sizeHint)
    {
        int needed = Length + Math.Max(sizeHint, 1);
        if (needed <= _bytes.Length)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _bytes.Length * 2));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
