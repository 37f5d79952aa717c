using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace VasaSim.Vmodl.Soap;

/// <summary>
/// Opens the XML parser that fits a message: a reused UTF-8 parser for what clients send, and the general one for other
/// charsets and for processing instructions, which the first refuses. Neither takes a DTD or resolves anything.
/// </summary>
internal sealed class SoapXmlSource(MessageLimits limits)
{
    // The reused parser remembers every name it ever met. A name is at most as long as the message it came in, so
    // replacing the parser after some megabytes bounds its memory whatever is sent.
    private const int BytesPerReader = 4 * 1024 * 1024;

    private readonly XmlDictionaryReaderQuotas _quotas = new()
    {
        MaxArrayLength = int.MaxValue,
        MaxBytesPerRead = limits.MaxTagBytes,
        // Nesting is limited by the element reader, with a message of ours.
        MaxDepth = int.MaxValue,
        MaxNameTableCharCount = int.MaxValue,
        MaxStringContentLength = int.MaxValue,
    };

    private readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private XmlDictionaryReader? _reused;
    private XmlReader? _current;
    private long _bytesRead;

    /// <summary>Opens a message; false if the charset is unknown. <see cref="Close"/> has to follow.</summary>
    /// <exception cref="XmlException">The message does not even start like XML.</exception>
    public bool TryOpen(ReadOnlyMemory<byte> body, string? charset, [NotNullWhen(true)] out XmlReader? xml)
    {
        charset = charset?.Trim().Trim('"', '\'');
        var isUtf8 = "utf-8".Equals(charset, StringComparison.OrdinalIgnoreCase);
        if ((isUtf8 || string.IsNullOrEmpty(charset)) && IsPlainUtf8(body.Span))
            xml = OpenReused(body);
        // A charset that the transport names counts more than the one inside the message.
        else if (!string.IsNullOrEmpty(charset))
            xml = FindEncoding(charset) is { } named ? OpenText(body, named) : null;
        else if (DeclaredEncoding(body.Span) is { } declared && FindEncoding(declared) is { } encoding)
            xml = OpenText(body, encoding);
        else
            xml = XmlReader.Create(ToStream(body), _settings);
        _current = xml;
        return xml is not null;
    }

    /// <summary>Ends the reading of a message.</summary>
    public void Close()
    {
        // Closing the reused parser would make it forget the names it knows.
        if (_current != _reused)
            _current?.Dispose();
        _current = null;
    }

    /// <summary>Lets go of the reused parser.</summary>
    public void Discard()
    {
        _reused?.Dispose();
        _reused = null;
        _bytesRead = 0;
    }

    private XmlDictionaryReader OpenReused(ReadOnlyMemory<byte> body)
    {
        if (!MemoryMarshal.TryGetArray(body, out var bytes))
            bytes = new(body.ToArray());

        _bytesRead += bytes.Count;
        if (_bytesRead > BytesPerReader)
        {
            Discard();
            _bytesRead = bytes.Count;
        }

        if (_reused is null)
        {
            _reused = XmlDictionaryReader.CreateTextReader(bytes.Array!, bytes.Offset, bytes.Count, _quotas);
        }
        else
        {
            ((IXmlTextReaderInitializer)_reused).SetInput(
                bytes.Array!, bytes.Offset, bytes.Count, Encoding.UTF8, _quotas, null);
        }
        return _reused;
    }

    private XmlReader OpenText(ReadOnlyMemory<byte> body, Encoding encoding) =>
        XmlReader.Create(new StreamReader(ToStream(body), encoding), _settings);

    private static MemoryStream ToStream(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var bytes)
            ? new(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new(body.ToArray(), writable: false);

    // Whether the reused parser takes it: no sign of UTF-16, no other encoding declared, no processing instruction.
    private static bool IsPlainUtf8(ReadOnlySpan<byte> body)
    {
        if (IsUtf16(body))
            return false;
        if (DeclaredEncoding(body) is { } declared && !declared.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return false;
        // The XML declaration itself looks like a processing instruction.
        var start = Declaration(body).IsEmpty ? 0 : body.IndexOf("?>"u8);
        return body[start..].IndexOf("<?"u8) < 0;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> body) =>
        body.StartsWith<byte>([0xFE, 0xFF]) || body.StartsWith<byte>([0xFF, 0xFE]) || body.Contains((byte)0);

    // The content of <?xml … ?> at the start, if there is one.
    private static ReadOnlySpan<byte> Declaration(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            body = body[3..];
        var end = body.IndexOf("?>"u8);
        return body.StartsWith("<?xml "u8) && end > 0 ? body[..end] : default;
    }

    private static string? DeclaredEncoding(ReadOnlySpan<byte> body)
    {
        if (IsUtf16(body))
            return null;
        var declaration = Declaration(body);
        var name = declaration.IndexOf("encoding"u8);
        if (name < 0)
            return null;
        var value = declaration[(name + "encoding".Length)..];
        var open = value.IndexOfAny((byte)'"', (byte)'\'');
        if (open < 0)
            return null;
        value = value[(open + 1)..];
        var close = value.IndexOfAny((byte)'"', (byte)'\'');
        return close < 0 ? null : Encoding.ASCII.GetString(value[..close]);
    }

    private static Encoding? FindEncoding(string charset)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        // Not a charset, or one that is switched off for being unsafe: UTF-7.
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
