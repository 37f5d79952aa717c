using System.Globalization;
using Microsoft.AspNetCore.Http;
using VasaSim.Configuration;

namespace VasaSim.Server.Control;

/// <summary>
/// The query of a request. Whoever reads it asks for each parameter it knows and closes it, as with a
/// <see cref="JsonBody"/>; problems are told with a pointer such as <c>?limit</c>.
/// </summary>
internal sealed class RequestQuery(IQueryCollection query, List<ProblemItem> problems)
{
    private readonly List<string> _known = [];

    /// <summary>All values of a parameter.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        _known.Add(key);
        return [.. query[key].Select(v => v ?? "")];
    }

    /// <summary>The value of a parameter that may be given once; null when it is not there.</summary>
    public string? Text(string key)
    {
        IReadOnlyList<string> values = Texts(key);
        if (values.Count > 1)
        {
            Problem(key, "it is there more than once", "given once");
        }

        return values.Count == 0 ? null : values[0];
    }

    /// <summary>True or false; false when it is not there.</summary>
    public bool Flag(string key) => Choice(key, [("true", true), ("false", false)]) ?? false;

    /// <summary>What one of some words stands for; null when it is not there or not legal.</summary>
    public T? Choice<T>(string key, IReadOnlyList<(string Name, T Value)> choices)
        where T : struct => Word(key, [.. choices.Select(c => c.Name)]) is { } word ? choices.First(c => c.Name == word).Value : null;

    /// <summary>One of some words; null when it is not there or not legal.</summary>
    public string? Word(string key, IReadOnlyList<string> words)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (words.Contains(text))
        {
            return text;
        }

        Problem(key, $"'{text}' is not legal{DidYouMean.Hint(text, [.. words])}", "one of: " + string.Join(", ", words));
        return null;
    }

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>; null when it is not there or not legal.</summary>
    public long? Whole(string key, long min, long max)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= min && number <= max)
        {
            return number;
        }

        Problem(key, $"'{text}' is not legal", $"a whole number from {min} to {max}");
        return null;
    }

    /// <summary>Adds a problem.</summary>
    public void Problem(string key, string detail, string legal) => problems.Add(new ProblemItem($"?{key}", detail, legal));

    /// <summary>Ends the reading: what nobody asked for is a problem.</summary>
    public void Close()
    {
        foreach (string key in query.Keys.Except(_known).ToArray())
        {
            Problem(
                key,
                $"unknown parameter{DidYouMean.Hint(key, _known)}",
                _known.Count == 0 ? "no parameter at all" : "one of the parameters " + string.Join(", ", _known.Distinct()));
        }
    }
}
