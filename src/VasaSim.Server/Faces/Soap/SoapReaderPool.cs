using System.Buffers;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Soap;

namespace VasaSim.Server.Faces.Soap;

/// <summary>Readers for requests, kept for reuse. Safe for threads; holds as many as were ever busy at once.</summary>
internal sealed class SoapReaderPool(MessageLimits limits)
{
    private readonly ConcurrentBag<SoapRequestReader> _idle = [];

    public SoapRequest Read(ReadOnlySequence<byte> body, string? contentType, ServiceContract contract)
    {
        if (!_idle.TryTake(out SoapRequestReader? reader))
        {
            reader = new SoapRequestReader(limits);
        }

        try
        {
            return body.IsSingleSegment
                ? reader.Read(body.First, CharsetOf(contentType), contract)
                : ReadCopy(reader, body, contentType, contract);
        }
        finally
        {
            _idle.Add(reader);
        }
    }

    private static SoapRequest ReadCopy(SoapRequestReader reader, ReadOnlySequence<byte> body, string? contentType, ServiceContract contract)
    {
        int length = checked((int)body.Length);
        byte[] copy = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(copy);
            return reader.Read(copy.AsMemory(0, length), CharsetOf(contentType), contract);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private static string? CharsetOf(string? contentType)
    {
        // What nearly every client sends needs no parsing.
        if (contentType is null || contentType.EndsWith("charset=utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? parsed) ? parsed.CharSet?.Trim('"') : null;
    }
}
