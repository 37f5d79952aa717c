using System.Buffers;

namespace VasaSim.Vmodl.Soap;

/// <summary>What XML 1.0 demands of text.</summary>
internal static class XmlText
{
    // What must not, or should not, stand as it is in text or in a quoted attribute value: markup, control
    // characters, the carriage return that a parser would turn into a line feed, and the two non-characters.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"\t\r\n\uFFFE\uFFFF\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010"
        + "\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    /// <summary>Returns where the first character stands that has to be escaped, or -1.</summary>
    public static int IndexOfSpecial(ReadOnlySpan<char> text) => text.IndexOfAny(Special);

    /// <summary>Returns what to write for a character that <see cref="IndexOfSpecial"/> found.</summary>
    public static ReadOnlySpan<byte> Escape(char special) => special switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        '\t' => "&#9;"u8,
        '\n' => "&#10;"u8,
        '\r' => "&#13;"u8,
        // Not allowed in XML 1.0, not even as a reference.
        _ => "\uFFFD"u8,
    };
}
