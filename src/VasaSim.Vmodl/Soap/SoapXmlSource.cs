using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace VasaSim.Vmodl.Soap;

/// <summary>
/// Opens the XML parser that fits a message: a reused UTF-8 parser for what clients send, and the general one for other
/// charsets and for processing instructions, which the first refuses. Neither takes a DTD or resolves anything.
/// </summary>
internal sealed class SoapXmlSource(SoapLimits limits)
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
    public bool TryOpen(ReadOnlyMemory<byte> body, string? charset, [NotNullWhen(true)] out XmlReader? xml)
    {
        charset = charset?.Trim().Trim('"', '\'');
        if (string.IsNullOrEmpty(charset))
        {
            xml = _current = IsPlainUtf8(body.Span) ? OpenReused(body) : XmlReader.Create(ToStream(body), _settings);
            return true;
        }

        // A charset that the transport names counts more than the one inside the message.
        if (charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            xml = _current = IsPlainUtf8(body.Span) ? OpenReused(body) : OpenText(body, Encoding.UTF8);
            return true;
        }

        xml = _current = FindEncoding(charset) is { } encoding ? OpenText(body, encoding) : null;
        return xml is not null;
    }

    /// <summary>Ends the reading of a message.</summary>
    public void Close()
    {
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

    // Whether the reused parser takes it: no byte order mark of UTF-16, no processing instruction, and an XML
    // declaration that names UTF-8 or nothing.
    private static bool IsPlainUtf8(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith<byte>([0xFE, 0xFF]) || body.StartsWith<byte>([0xFF, 0xFE]) || body.IndexOf((byte)0) >= 0)
            return false;
        if (body.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            body = body[3..];
        if (body.StartsWith("<?xml "u8))
        {
            var end = body.IndexOf("?>"u8);
            if (end < 0)
                return true;
            var declaration = body[..end];
            if (declaration.IndexOf("encoding"u8) >= 0
                && declaration.IndexOf("utf-8"u8) < 0 && declaration.IndexOf("UTF-8"u8) < 0)
                return false;
            body = body[end..][2..];
        }
        return body.IndexOf("<?"u8) < 0;
    }

    private static Encoding? FindEncoding(string charset)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
