using System.Globalization;
using Microsoft.AspNetCore.Http;
using VasaSim.Configuration;
using VasaSim.Lab;

namespace VasaSim.Server.Control;

/// <summary>
/// The parameters in the address of a request. Whoever reads them asks for each that it knows and closes them; all that
/// is wrong is collected, as with <see cref="JsonBody"/>.
/// </summary>
internal sealed class QueryParameters(IQueryCollection query)
{
    private readonly List<string> _known = [];
    private readonly List<ProblemItem> _problems = [];

    /// <summary>The texts of a parameter, which may be given several times; those that are empty count as not given.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        _known.Add(name);
        return [.. query[name].OfType<string>().Where(text => text.Length > 0)];
    }

    /// <summary>A whole number; null when it is not given or not legal.</summary>
    public long? Whole(string name, long min, long max)
    {
        if (Texts(name) is not [.., var text])
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= min && number <= max)
        {
            return number;
        }

        NotLegal(name, text, $"a whole number from {min} to {max}");
        return null;
    }

    /// <summary>One of some words.</summary>
    public string? Word(string name, IReadOnlyList<string> legal)
    {
        if (Texts(name) is not [.., var text])
        {
            return null;
        }

        if (legal.Contains(text))
        {
            return text;
        }

        NotLegal(name, text, "one of: " + string.Join(", ", legal), DidYouMean.Hint(text, legal));
        return null;
    }

    /// <summary>Ends the reading: what nobody asked for is wrong too.</summary>
    /// <returns>The refusal; null when all is legal.</returns>
    public Reply? Close()
    {
        foreach (string name in query.Keys.Where(name => !_known.Contains(name)))
        {
            _problems.Add(new ProblemItem("/" + name, $"unknown parameter{DidYouMean.Hint(name, _known)}", "one of " + string.Join(", ", _known)));
        }

        return _problems.Count == 0 ? null : Reply.Invalid(_problems, "query");
    }

    private void NotLegal(string name, string text, string legal, string hint = "") =>
        _problems.Add(new ProblemItem("/" + name, $"\"{text}\" is not legal{hint}", legal));
}
