using VasaSim.Configuration.Texts;
using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;

namespace VasaSim.Lab.Reading;

/// <summary>
/// A mapping of the file. Whoever reads it asks for each key it knows and closes it; keys that nobody asked for are
/// problems.
/// </summary>
internal sealed class Section(YamlMapping map, string what, LabScope scope, int? number = null)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public YamlMapping Map => map;

    /// <summary>What the section describes, such as <c>a group</c>.</summary>
    public string What => what;

    public LabScope Scope => scope;

    /// <summary>The number of the entry that a template is being spread out to; null outside templates.</summary>
    public int? Number => number;

    private Values Values => scope.Values;

    /// <summary>The value of a key; null when it is not there or empty.</summary>
    public YamlNode? Node(string key)
    {
        _known.Add(key);
        return map.Find(key) is { } node and not YamlScalar { IsEmpty: true } ? node : null;
    }

    /// <summary>A problem with a key's value, or with the section when the key is not there.</summary>
    public void Problem(string key, string message) => scope.Problems.Add(Node(key) ?? map, message);

    public string? Text(string key) => Node(key) is { } node ? TextOf(node, key) : null;

    /// <summary>The text of a value, a template's placeholders filled in.</summary>
    public string? TextOf(YamlNode node, string key, bool keepBraces = false)
    {
        string? text = Values.Text(node, key);
        if (text is null || number is not { } n)
        {
            return text;
        }

        string filled = Placeholders.Number(text, n, keepBraces, out string? problem);
        if (problem is not null)
        {
            scope.Problems.Add(node, problem);
        }

        return problem is null ? filled : null;
    }

    /// <summary>The id that a key gives or refers to.</summary>
    public string? Id(string key) => Node(key) is { } node && TextOf(node, key) is { } text
        ? Values.Id(node, text, key)
        : null;

    /// <summary>The id under a key that has to be there.</summary>
    public string? RequiredId(string key)
    {
        if (Node(key) is null)
        {
            scope.Problems.Add(map, $"{what} needs {key}");
            return null;
        }

        return Id(key);
    }

    /// <summary>The text under a key that has to be there.</summary>
    public string? RequiredText(string key)
    {
        if (Node(key) is null)
        {
            scope.Problems.Add(map, $"{what} needs {key}");
        }

        return Text(key);
    }

    /// <summary>The name under a key that has to be there; it is part of paths such as <c>cloud-a/orgA/web</c>.</summary>
    public string? RequiredName(string key) => RequiredText(key) is { } name ? PathPart(Node(key)!, name, key) : null;

    /// <summary>The name, unless it cannot be part of a path.</summary>
    public string? PathPart(YamlNode at, string name, string key)
    {
        if (name.Length > 0 && !name.Contains('/', StringComparison.Ordinal))
        {
            return name;
        }

        scope.Problems.Add(at, $"'{Problems.Short(name)}' cannot be {key}: names of clouds' things are not empty and have no /");
        return null;
    }

    /// <summary>The UUID under <c>id</c>, which nothing else has; empty when there is none.</summary>
    public string Uuid()
    {
        if (Id("id") is not { } text)
        {
            return "";
        }

        if (!Guid.TryParseExact(text, "D", out Guid id))
        {
            Problem("id", $"'{Problems.Short(text)}' is no UUID; write one such as 2f0e1c9a-0000-4000-8000-000000000001, or leave id out");
            return "";
        }

        scope.Uuids.Define(Node("id")!, id.ToString());
        return id.ToString();
    }

    public bool Flag(string key, bool otherwise) =>
        Node(key) is { } node ? Values.Flag(node, key) ?? otherwise : otherwise;

    public int? Whole(string key, int min, int max = int.MaxValue) =>
        Node(key) is { } node ? (int?)Values.Whole(node, key, min, max) : null;

    public TimeSpan Duration(string key, TimeSpan otherwise) =>
        Node(key) is { } node ? Values.Duration(node, key) ?? otherwise : otherwise;

    /// <summary>A duration of whole minutes, at least one.</summary>
    public int? Minutes(string key, int max)
    {
        if (Node(key) is not { } node || Values.Duration(node, key) is not { } time)
        {
            return null;
        }

        if (time.Ticks % TimeSpan.TicksPerMinute == 0 && time.TotalMinutes >= 1 && time.TotalMinutes <= max)
        {
            return (int)time.TotalMinutes;
        }

        Problem(key, $"{key} is {node.Kind}; it must be whole minutes from 1m to {DurationText.Format(TimeSpan.FromMinutes(max))}");
        return null;
    }

    public long? Size(string key) => Node(key) is { } node ? Values.Size(node, key) : null;

    public long? PerSecond(string key) => Node(key) is { } node ? Values.PerSecond(node, key) : null;

    public T Choice<T>(string key, IReadOnlyList<(string Name, T Value)> choices, T otherwise) =>
        Node(key) is { } node ? Values.Choice(node, key, choices, otherwise) : otherwise;

    /// <summary>The mapping under a key, as a section of its own; null when there is none.</summary>
    public Section? Child(string key, string childWhat) =>
        Node(key) is { } node ? scope.SectionOf(node, childWhat, number) : null;

    /// <summary>The items of the list under a key; null when the key is not there.</summary>
    public IReadOnlyList<YamlNode>? Items(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlSequence list:
                return list.Items;
            case { } node:
                scope.Problems.Add(node, $"{key} is {node.Kind}; it must be a list");
                return [];
        }
    }

    /// <summary>The texts of the list under a key; none when the key is not there.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [.. (Items(key) ?? []).Select(item => TextOf(item, key)).OfType<string>()];

    /// <summary>Makes a problem of every key that was not asked for.</summary>
    public void Close()
    {
        foreach ((YamlScalar key, _) in map.Entries)
        {
            if (!_known.Contains(key.Value))
            {
                scope.Problems.Add(
                    key,
                    $"unknown key '{Problems.Short(key.Value)}'{DidYouMean.Hint(key.Value, _known)} "
                    + $"(keys of {what}: {Problems.List(_known)})");
            }
        }
    }
}
