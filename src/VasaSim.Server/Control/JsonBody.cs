using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VasaSim.Lab;
using VasaSim.Lab.Reading;

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

    private JsonBody(JsonElement root, string pointer, List<ProblemItem> problems) =>
        (_root, _pointer, Problems) = (root, pointer, problems);

    public List<ProblemItem> Problems { get; }

    /// <summary>Reads the body of a request; one that is empty counts as an object without keys.</summary>
    public static async Task<(JsonBody? Body, Reply? Refusal)> ReadAsync(HttpContext http)
    {
        using MemoryStream bytes = new();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        if (bytes.Length == 0)
        {
            return (Empty(), null);
        }

        if (!HasJsonType(http.Request.ContentType))
        {
            return (null, Reply.Failed(
                StatusCodes.Status415UnsupportedMediaType,
                $"The content type is '{http.Request.ContentType}'; send application/json."));
        }

        try
        {
            JsonDocumentOptions options = new() { AllowDuplicateProperties = false };
            using JsonDocument document = JsonDocument.Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), options);
            JsonElement root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object
                ? (new JsonBody(root, "", []), null)
                : (null, Reply.Invalid([new ProblemItem("", $"the body is {Describe(root)}", "an object")]));
        }
        catch (JsonException e)
        {
            string where = e.LineNumber is { } line ? $" at line {line + 1}, byte {e.BytePositionInLine + 1}" : "";
            return (null, Reply.Invalid([new ProblemItem("", $"the body is not JSON{where}", "an object")]));
        }
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
                Problem(key, Describe(other), "true or false");
                return null;
        }
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

        Problem(key, Describe(value), DurationText.Legal);
        return null;
    }

    /// <summary>Bytes per second such as <c>50MB/s</c>, more than none.</summary>
    public long? PerSecond(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && SizeText.TryParsePerSecond(value.GetString()!, out long bytes) && bytes > 0)
        {
            return bytes;
        }

        Problem(key, Describe(value), SizeText.LegalPerSecond + "; null for no limit");
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
            Problem(key, Describe(value), "a list of: " + string.Join(", ", legal));
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

        Problem(key, Describe(value), min == long.MinValue ? "a whole number" : $"a whole number from {min} to {max}");
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

        Problem(key, Describe(value), $"a number above 0, up to {max:0}");
        return null;
    }

    /// <summary>The object under a key; null when there is something else or nothing, which is no problem.</summary>
    public JsonBody? Child(string key) => Find(key) is { ValueKind: JsonValueKind.Object } value
        ? new JsonBody(value, $"{_pointer}/{key}", Problems)
        : null;

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => Find(key) is not null;

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
                property.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal),
                $"unknown key{DidYouMean.Hint(property.Name, _known)}",
                _known.Count == 0 ? "no keys at all" : "the keys " + string.Join(", ", _known.Distinct()));
        }
    }

    /// <summary>Adds a problem with a key's value.</summary>
    public void Problem(string key, string detail, string legal) => Problems.Add(new ProblemItem($"{_pointer}/{key}", detail, legal));

    private static JsonBody Empty() => new(default, "", []);

    private static bool HasJsonType(string? contentType) =>
        Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.Type == "application" && (type.SubType == "json" || type.Suffix == "json");

    private static string Describe(JsonElement value)
    {
        string text = value.GetRawText();
        return value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => text.Length > 60 ? text[..57] + "..." : text,
        };
    }

    private JsonElement? Find(string key)
    {
        _known.Add(key);
        return _root.ValueKind == JsonValueKind.Object && _root.TryGetProperty(key, out JsonElement value) ? value : null;
    }

    private void WrongWord(string key, JsonElement value, IReadOnlyList<string> legal)
    {
        string hint = value.ValueKind == JsonValueKind.String ? DidYouMean.Hint(value.GetString()!, legal) : "";
        Problem(key, Describe(value) + hint, "one of: " + string.Join(", ", legal));
    }
}
