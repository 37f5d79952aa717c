using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VasaSim.Lab.Yaml;

/// <summary>Reads YAML text as a tree whose every value knows its line and column.</summary>
internal sealed class YamlReader(string text, Problems problems)
{
    // Labs are six deep. A limit keeps a file of a million brackets from exhausting the stack.
    private const int MaxDepth = 32;

    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private readonly Parser _parser = new(new StringReader(text));

    /// <summary>Reads the document; null when there is none, and then there is a problem.</summary>
    public YamlNode? Read()
    {
        try
        {
            return ReadDocument();
        }
        catch (TooDeepException)
        {
            return null;
        }
        catch (YamlException e)
        {
            problems.Add((int)e.Start.Line, (int)e.Start.Column, $"not valid YAML: {Problems.Short(e.Message)}");
            return null;
        }
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            problems.Add(1, 1, "the file is empty; a lab begins with: version: 1");
            return null;
        }

        _parser.Consume<DocumentStart>();
        YamlNode root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out _))
        {
            ParsingEvent second = _parser.Current!;
            problems.Add(
                (int)second.Start.Line, (int)second.Start.Column, "a second document: a file holds one lab");
        }

        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        ParsingEvent at = _parser.Current!;
        int line = (int)at.Start.Line;
        int column = (int)at.Start.Column;
        if (depth > MaxDepth)
        {
            problems.Add(line, column, $"nested more than {MaxDepth} deep");
            throw new TooDeepException();
        }

        if (at is AnchorAlias alias)
        {
            _parser.MoveNext();
            // Known only once it is complete, so a value cannot contain itself.
            return _anchors.TryGetValue(alias.Value.Value, out YamlNode? anchored)
                ? anchored
                : Unknown(alias.Value.Value, line, column);
        }

        AnchorName anchor = ((NodeEvent)at).Anchor;
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
        Scalar scalar = _parser.Consume<Scalar>();
        return new(line, column, scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private YamlSequence ReadSequence(int line, int column, int depth)
    {
        List<YamlNode> items = [];
        _parser.Consume<SequenceStart>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new(line, column, items);
    }

    private YamlMapping ReadMapping(int line, int column, int depth)
    {
        Dictionary<string, YamlScalar> keys = new(StringComparer.Ordinal);
        List<(YamlScalar Key, YamlNode Value)> entries = [];
        _parser.Consume<MappingStart>();
        while (!_parser.TryConsume<MappingEnd>(out _))
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

        return new(line, column, entries);
    }

    /// <summary>Leaves a document that is nested too deep; what is wrong has been noted.</summary>
    private sealed class TooDeepException : Exception;
}
