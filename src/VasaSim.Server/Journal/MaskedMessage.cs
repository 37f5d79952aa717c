using System.Globalization;
using System.Text;

namespace VasaSim.Server.Journal;

/// <summary>A request or reply as it may be shown: with <c>***</c> for its secrets, and the length of what is shown.</summary>
/// <param name="StartLine">The request line or status line.</param>
/// <param name="Headers">The headers in their order; <c>Content-Length</c> is that of <paramref name="Body"/>, which is never in chunks.</param>
/// <param name="Body">The body; but for what is masked, byte by byte as it was.</param>
internal sealed record MaskedMessage(string StartLine, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Masks a message.</summary>
    public static MaskedMessage Of(RawMessage message, SecretMask mask)
    {
        byte[] body = message.Body;
        if (body.Length > 0)
        {
            // One character for each byte is enough to find what is secret, and gives all other bytes back as they were.
            Encoding encoding = WideEncodingOf(body) ?? Encoding.Latin1;
            body = encoding.GetBytes(mask.Text(encoding.GetString(body)));
        }

        List<(string Name, string Value)> headers = [];
        bool hasLength = false;
        foreach ((string name, string value) in message.Headers)
        {
            if (IsFraming(name))
            {
                hasLength = true;
            }
            else
            {
                headers.Add((name, mask.Header(name, value)));
            }
        }

        if (hasLength)
        {
            headers.Add(("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture)));
        }

        return new MaskedMessage(mask.Text(message.StartLine), headers, body);
    }

    /// <summary>The whole message as text.</summary>
    public string Text => Head + BodyText;

    /// <summary>The whole message as bytes.</summary>
    public byte[] Bytes => [.. Encoding.UTF8.GetBytes(Head), .. Body];

    /// <summary>The body as text.</summary>
    public string BodyText => (WideEncodingOf(Body) ?? (IsUtf8(Body) ? Encoding.UTF8 : Encoding.Latin1)).GetString(Body);

    /// <summary>Whether bytes are legal UTF-8.</summary>
    public static bool IsUtf8(byte[] bytes)
    {
        try
        {
            _strictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private string Head => string.Concat([StartLine, "\r\n", .. Headers.Select(h => $"{h.Name}: {h.Value}\r\n"), "\r\n"]);

    private static bool IsFraming(string header) =>
        header.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) || header.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);

    // A message begins with a mark of the byte order or with an ASCII character, so its first two bytes tell.
    private static UnicodeEncoding? WideEncodingOf(byte[] body) => body switch
    {
        [0xFF, 0xFE, ..] or [not 0, 0, ..] when body.Length % 2 == 0 => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        [0xFE, 0xFF, ..] or [0, not 0, ..] when body.Length % 2 == 0 => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        _ => null,
    };
}
