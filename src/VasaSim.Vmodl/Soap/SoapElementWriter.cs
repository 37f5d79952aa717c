using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;

namespace VasaSim.Vmodl.Soap;

/// <summary>
/// Writes UTF-8 into a buffer writer: markup, text, and the default namespace as it switches from element to element.
/// The other half of the type writes the values of the contract.
/// </summary>
internal ref partial struct SoapElementWriter(IBufferWriter<byte> output, ApiVersion version)
{
    // Longest thing written without asking for more room: a number, an escape.
    private const int ShortLength = 64;
    private const int BlockLength = 4096;
    private const int TextChunkLength = 1024;

    private readonly IBufferWriter<byte> _output = output;
    private readonly ApiVersion _version = version;
    private Span<byte> _free;
    private int _used;
    private WireNamespace? _defaultNamespace;

    /// <summary>Tells whether the caller's version knows what came with this one.</summary>
    public readonly bool Includes(ApiVersion since) => since <= _version;

    /// <summary>Hands what was written to the output. Nothing may be written after it.</summary>
    public void Complete()
    {
        _output.Advance(_used);
        _used = 0;
        _free = default;
    }

    /// <summary>Writes markup as it is.</summary>
    public void Raw(ReadOnlySpan<byte> markup)
    {
        Reserve(markup.Length);
        markup.CopyTo(_free[_used..]);
        _used += markup.Length;
    }

    /// <summary>Writes text or the content of a quoted attribute value.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var special = XmlText.IndexOfSpecial(text);
            if (special < 0)
            {
                PlainText(text);
                return;
            }

            PlainText(text[..special]);
            Raw(XmlText.Escape(text[special]));
            text = text[(special + 1)..];
        }
    }

    /// <summary>
    /// Opens an element but leaves its tag open for attributes. Returns the default namespace that
    /// <see cref="Close"/> has to restore.
    /// </summary>
    public WireNamespace? Open(ReadOnlySpan<byte> name, WireNamespace elementNamespace)
    {
        var outer = _defaultNamespace;
        Raw("<"u8);
        Raw(name);
        if (elementNamespace != outer)
        {
            Raw(elementNamespace.DefaultDeclaration);
            _defaultNamespace = elementNamespace;
        }
        return outer;
    }

    /// <summary>Writes the end tag and restores the default namespace.</summary>
    public void Close(ReadOnlySpan<byte> name, WireNamespace? outer)
    {
        Raw("</"u8);
        Raw(name);
        Raw(">"u8);
        _defaultNamespace = outer;
    }

    // The prefix is written literally where the default namespace does not do: Go clients know types by it.
    private void TypeAttribute(WireNamespace typeNamespace, ReadOnlySpan<byte> prefixOfName, ReadOnlySpan<byte> name)
    {
        Raw(" xsi:type=\""u8);
        if (typeNamespace != _defaultNamespace)
            Raw(typeNamespace.PrefixAndColon);
        Raw(prefixOfName);
        Raw(name);
        Raw("\""u8);
    }

    private void PlainText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = Math.Min(text.Length, TextChunkLength);
            // A pair of surrogates is one character; alone each half would be replaced.
            if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
                length++;
            Reserve(Encoding.UTF8.GetMaxByteCount(length));
            _used += Encoding.UTF8.GetBytes(text[..length], _free[_used..]);
            text = text[length..];
        }
    }

    private void Number(long value)
    {
        Reserve(ShortLength);
        Utf8Formatter.TryFormat(value, _free[_used..], out var written);
        _used += written;
    }

    private void Number(double value)
    {
        // XML Schema spells these three unlike .NET does.
        if (double.IsNaN(value))
            Raw("NaN"u8);
        else if (double.IsInfinity(value))
            Raw(value > 0 ? "INF"u8 : "-INF"u8);
        else
        {
            Reserve(ShortLength);
            value.TryFormat(_free[_used..], out var written, "R", System.Globalization.CultureInfo.InvariantCulture);
            _used += written;
        }
    }

    private void Date(DateTimeOffset value)
    {
        Reserve(WireDate.MaxLength);
        _used += WireDate.Format(value, _free[_used..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int length)
    {
        if (_free.Length - _used < length)
            Grow(length);
    }

    private void Grow(int length)
    {
        _output.Advance(_used);
        _used = 0;
        _free = _output.GetSpan(Math.Max(length, BlockLength));
    }
}
