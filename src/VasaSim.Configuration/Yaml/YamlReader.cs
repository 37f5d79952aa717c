using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VasaSim.Configuration.Yaml;

/// <summary>Reads YAML text as a tree whose every value knows its line and column.</summary>
/// <param name="text">The text; may be anything.</param>
/// <param name="problems">Gets what is wrong.</param>
/// <param name="what">What a file holds, for messages: <c>lab</c>.</param>
public sealed class YamlReader(string text, Problems problems, string what)
{
    // What people write is six deep. A limit keeps a file of a million brackets from exhausting the stack.
    private const int MaxDepth = 32;

    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private readonly YamlEvents _events = new(text);

    /// <summary>Reads the document; null when there is none, and then there is a problem.</summary>
    public YamlNode? Read()
    {
        try
        {
            return ReadDocument();
        }
        catch (UnreadableException e)
        {
            problems.Add(e.Line, e.Column, e.Message);
            return null;
        }
    }

    private YamlNode? ReadDocument()
    {
        _events.Skip<StreamStart>();
        if (_events.IsAt<StreamEnd>())
        {
            problems.Add(1, 1, $"the file is empty; a {what} begins with: version: 1");
            return null;
        }

        _events.Skip<DocumentStart>();
        YamlNode root = ReadNode(0);
        _events.Skip<DocumentEnd>();
        if (_events.IsAt<DocumentStart>())
        {
            ParsingEvent second = _events.Current;
            problems.Add(
                (int)second.Start.Line, (int)second.Start.Column, $"a second document: a file holds one {what}");
        }

        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        ParsingEvent at = _events.Current;
        int line = (int)at.Start.Line;
        int column = (int)at.Start.Column;
        if (depth > MaxDepth)
        {
            throw new UnreadableException(line, column, $"nested more than {MaxDepth} deep");
        }

        if (at is AnchorAlias alias)
        {
            _events.Skip<AnchorAlias>();
            // Known only once it is complete, so a value cannot contain itself.
            return _anchors.TryGetValue(alias.Value.Value, out YamlNode? anchored)
                ? anchored
                : Unknown(alias.Value.Value, line, column);
        }

        if (at is not NodeEvent { Anchor: var anchor })
        {
            // On some broken texts the library ends a mapping between a key and its value.
            throw new UnreadableException(line, column, "not valid YAML: a value is missing here");
        }

        YamlNode node = at switch
        {
            SequenceStart => ReadSequence(line, column, depth),
            MappingStart => ReadMapping(line, column, depth),
            _ => ReadScalar(line, column),
        };
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
        }

        return node;
    }

    private YamlScalar Unknown(string anchor, int line, int column)
    {
        problems.Add(line, column, $"no value before this is marked '&{Problems.Short(anchor)}'");
        return new YamlScalar(line, column, "", isPlain: true);
    }

    private YamlScalar ReadScalar(int line, int column)
    {
        Scalar scalar = _events.Skip<Scalar>();
        return new(line, column, scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private YamlSequence ReadSequence(int line, int column, int depth)
    {
        List<YamlNode> items = [];
        _events.Skip<SequenceStart>();
        while (!_events.IsAt<SequenceEnd>())
        {
            items.Add(ReadNode(depth + 1));
        }

        _events.Skip<SequenceEnd>();

        return new(line, column, items);
    }

    private YamlMapping ReadMapping(int line, int column, int depth)
    {
        Dictionary<string, YamlScalar> keys = new(StringComparer.Ordinal);
        List<(YamlScalar Key, YamlNode Value)> entries = [];
        _events.Skip<MappingStart>();
        while (!_events.IsAt<MappingEnd>())
        {
            YamlNode key = ReadNode(depth + 1);
            YamlNode value = ReadNode(depth + 1);
            if (key is not YamlScalar name)
            {
                problems.Add(key, $"{key.Kind} cannot be a key");
            }
            else if (!keys.TryAdd(name.Value, name))
            {
                problems.Add(name, $"'{Problems.Short(name.Value)}' is given twice; first on line {keys[name.Value].Line}");
            }
            else
            {
                entries.Add((name, value));
            }
        }

        _events.Skip<MappingEnd>();

        return new(line, column, entries);
    }
}
