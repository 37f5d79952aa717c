using System.Text.Json;
using VasaSim.Configuration.Texts;
using VasaSim.Configuration;
using VasaSim.Lab;

namespace VasaSim.Server.Control;

/// <summary>
/// A JSON object that was sent. Whoever reads it asks for each key it knows and closes it; keys that nobody asked for
/// are problems, and so is every value that is not legal. All problems are collected.
/// </summary>
internal sealed class JsonBody
{
    private readonly JsonElement _root;
    private readonly string _pointer;
    private readonly List<string> _known = [];

    /// <summary>Wraps an object; the default value counts as one without keys.</summary>
    public JsonBody(JsonElement root)
        : this(root, "", [])
    {
    }

    private JsonBody(JsonElement root, string pointer, List<ProblemItem> problems) =>
        (_root, _pointer, Problems) = (root, pointer, problems);

    public List<ProblemItem> Problems { get; }

    /// <summary>The keys there are, for an object whose keys are the sender's own.</summary>
    public IReadOnlyList<string> Keys => _root.ValueKind == JsonValueKind.Object ? [.. _root.EnumerateObject().Select(p => p.Name)] : [];

    /// <summary>A key as it stands in a JSON pointer.</summary>
    public static string Escape(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>A value as messages say it.</summary>
    public static string Describe(JsonElement value)
    {
        string text = value.GetRawText();
        return value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => text.Length > 60 ? text[..57] + "..." : text,
        };
    }

    /// <summary>Whether the key is there, with null as its value.</summary>
    public bool IsNull(string key) => Find(key) is { ValueKind: JsonValueKind.Null };

    /// <summary>True or false; null when the key is not there or its value not legal.</summary>
    public bool? Flag(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case { ValueKind: JsonValueKind.True }:
                return true;
            case { ValueKind: JsonValueKind.False }:
                return false;
            case { } other:
                NotLegal(key, other, "true or false");
                return null;
        }
    }

    /// <summary>A text.</summary>
    public string? Text(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        NotLegal(key, value, "a text");
        return null;
    }

    /// <summary>One text or a list of some, none of them empty.</summary>
    public IReadOnlyList<string>? OneOrMoreTexts(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        if (items.Length > 0 && items.All(item => item.ValueKind == JsonValueKind.String && item.GetString()!.Length > 0))
        {
            return [.. items.Select(item => item.GetString()!)];
        }

        NotLegal(key, value, "a text, or a list of texts");
        return null;
    }

    /// <summary>A duration such as <c>4m</c>, not negative.</summary>
    public TimeSpan? Duration(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && DurationText.TryParse(value.GetString()!, out TimeSpan duration) && duration >= TimeSpan.Zero)
        {
            return duration;
        }

        NotLegal(key, value, DurationText.Legal);
        return null;
    }

    /// <summary>Bytes per second such as <c>50MB/s</c>, more than none unless <paramref name="mayBeNone"/>.</summary>
    public long? PerSecond(string key, bool mayBeNone = false)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && SizeText.TryParsePerSecond(value.GetString()!, out long bytes) && (mayBeNone || bytes > 0))
        {
            return bytes;
        }

        NotLegal(key, value, SizeText.LegalPerSecond + (mayBeNone ? "" : "; null for no limit"));
        return null;
    }

    /// <summary>One of some words.</summary>
    public T? Choice<T>(string key, IReadOnlyList<(string Name, T Value)> choices)
        where T : struct
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        foreach ((string name, T choice) in choices)
        {
            if (value.ValueKind == JsonValueKind.String && value.GetString() == name)
            {
                return choice;
            }
        }

        WrongWord(key, value, [.. choices.Select(c => c.Name)]);
        return null;
    }

    /// <summary>A list of some words, each once.</summary>
    public IReadOnlyList<string>? Words(string key, IReadOnlyList<string> legal)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            NotLegal(key, value, "a list of: " + string.Join(", ", legal));
            return null;
        }

        int index = 0;
        List<string> words = [];
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String && legal.Contains(item.GetString()!))
            {
                words.Add(item.GetString()!);
            }
            else
            {
                WrongWord($"{key}/{index}", item, legal);
            }

            index++;
        }

        return [.. words.Distinct()];
    }

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public long? Whole(string key, long min, long max)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= min && number <= max)
        {
            return number;
        }

        NotLegal(key, value, min == long.MinValue ? "a whole number" : $"a whole number from {min} to {max}");
        return null;
    }

    /// <summary>A number above zero, up to <paramref name="max"/>.</summary>
    public double? Positive(string key, double max)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number > 0 && number <= max)
        {
            return number;
        }

        NotLegal(key, value, $"a number above 0, up to {max:0}");
        return null;
    }

    /// <summary>The object under a key; null when there is something else or nothing, which is no problem.</summary>
    public JsonBody? Child(string key) => Find(key) is { ValueKind: JsonValueKind.Object } value
        ? new JsonBody(value, $"{_pointer}/{key}", Problems)
        : null;

    /// <summary>A list of objects; null when the key is not there or its value not legal.</summary>
    public IReadOnlyList<JsonBody>? Children(string key, string legal)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object))
        {
            return [.. value.EnumerateArray().Select((item, index) => new JsonBody(item, $"{_pointer}/{key}/{index}", Problems))];
        }

        NotLegal(key, value, "a list of objects, each " + legal);
        return null;
    }

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Makes it a problem when the key is not there.</summary>
    public void Require(string key, string legal)
    {
        if (!Has(key))
        {
            Problem(key, $"{key} is missing", legal);
        }
    }

    /// <summary>The value as it stands, for whoever reads it by other rules.</summary>
    public JsonElement? Value(string key) => Find(key);

    /// <summary>Ends the reading: what nobody asked for is a problem.</summary>
    public void Close()
    {
        if (_root.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty property in _root.EnumerateObject().Where(p => !_known.Contains(p.Name)))
        {
            Problem(
                Escape(property.Name),
                $"unknown key{DidYouMean.Hint(property.Name, _known)}",
                _known.Count == 0 ? "no key at all" : "one of the keys " + string.Join(", ", _known.Distinct()));
        }
    }

    /// <summary>Adds a problem.</summary>
    public void Problem(string key, string detail, string legal) => Problems.Add(new ProblemItem($"{_pointer}/{key}", detail, legal));

    private JsonElement? Find(string key)
    {
        _known.Add(key);
        return _root.ValueKind == JsonValueKind.Object && _root.TryGetProperty(key, out JsonElement value) ? value : null;
    }

    private void NotLegal(string key, JsonElement value, string legal) => Problem(key, $"{Describe(value)} is not legal", legal);

    private void WrongWord(string key, JsonElement value, IReadOnlyList<string> legal)
    {
        string hint = value.ValueKind == JsonValueKind.String ? DidYouMean.Hint(value.GetString()!, legal) : "";
        Problem(key, $"{Describe(value)} is not legal{hint}", "one of: " + string.Join(", ", legal));
    }
}
