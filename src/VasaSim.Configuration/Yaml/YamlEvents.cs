using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VasaSim.Configuration.Yaml;

/// <summary>The events of a YAML text, one after the other.</summary>
internal sealed class YamlEvents
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly Scanner _scanner;
    private readonly Parser _parser;

    public YamlEvents(string text)
    {
        _scanner = new(new StringReader(text.TrimStart(ByteOrderMark)), skipComments: true);
        _parser = new(_scanner);
        MoveNext();
    }

    /// <summary>The event that is next.</summary>
    public ParsingEvent Current => _parser.Current
        ?? throw new UnreadableException(1, 1, "not valid YAML: the text ends too early");

    public bool IsAt<T>()
        where T : ParsingEvent => Current is T;

    /// <summary>Goes on behind the next event.</summary>
    public T Skip<T>()
        where T : ParsingEvent
    {
        if (Current is not T expected)
        {
            ParsingEvent found = Current;
            throw new UnreadableException(
                (int)found.Start.Line, (int)found.Start.Column, $"not valid YAML: found {found.GetType().Name} here");
        }

        MoveNext();
        return expected;
    }

    private void MoveNext()
    {
        try
        {
            _parser.MoveNext();
        }
        catch (YamlException e)
        {
            throw new UnreadableException(
                (int)e.Start.Line, (int)e.Start.Column, $"not valid YAML: {Problems.Short(e.Message, 200)}");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException
            or OverflowException or FormatException or NullReferenceException)
        {
            // The library lets these out on some broken texts, without a place: where it was is the next best.
            Mark at = _scanner.CurrentPosition;
            throw new UnreadableException(
                (int)at.Line,
                (int)at.Column,
                "not valid YAML from about here on; is a bracket, brace or quote before it left open?");
        }
    }
}
