using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace VasaSim.Server.Journal;

/// <summary>A request or reply as it was on the wire, secrets and all: it is shown only through <see cref="MaskedMessage"/>.</summary>
/// <param name="StartLine">The request line or status line, without its end.</param>
/// <param name="Headers">The headers in their order.</param>
/// <param name="Body">
/// The body, decoded if it was sent in chunks; empty for one that is too large, that went to no known path, or that is a file
/// which the simulator serves.
/// </param>
internal sealed record RawMessage(string StartLine, IReadOnlyList<KeyValuePair<string, StringValues>> Headers, byte[] Body)
{
    /// <summary>How much the journal counts it as, in bytes.</summary>
    public int Size { get; } = StartLine.Length + SizeOf(Headers) + Body.Length;

    /// <summary>The first value of a header; null when there is none.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value is [{ } value, ..] ? value : null;

    /// <summary>A copy of headers, which the server uses again for the next request of the connection.</summary>
    public static KeyValuePair<string, StringValues>[] Copy(IHeaderDictionary headers)
    {
        var copy = new KeyValuePair<string, StringValues>[headers.Count];
        headers.CopyTo(copy, 0);
        return copy;
    }

    // A loop, since every call comes by here.
    private static int SizeOf(IReadOnlyList<KeyValuePair<string, StringValues>> headers)
    {
        int size = 0;
        for (int i = 0; i < headers.Count; i++)
        {
            size += headers[i].Key.Length + headers[i].Value.ToString().Length;
        }

        return size;
    }
}
