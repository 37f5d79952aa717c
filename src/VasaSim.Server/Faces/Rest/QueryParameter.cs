using System.Globalization;
using VasaSim.Configuration;

namespace VasaSim.Server.Faces.Rest;

/// <summary>A parameter of a query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Words">The legal words, or the fields to sort by.</param>
internal sealed record QueryParameter(string Name, QueryKind Kind = QueryKind.Text, params IReadOnlyList<string> Words)
{
    /// <summary>Whether only administrators may give it.</summary>
    public bool AdminsOnly { get; init; }

    /// <summary>What would have been legal, or null when the value is.</summary>
    public string? ProblemOf(string value) => Kind switch
    {
        QueryKind.Whole => IsWhole(value, 0) ? null : "a whole number from 0",
        QueryKind.Time => IsWhole(value, long.MinValue) ? null : "a time in milliseconds since 1970, UTC",
        QueryKind.Flag => value is "true" or "false" ? null : "true or false",
        QueryKind.Word => Words.Contains(value) ? null : $"one of {string.Join(", ", Words)}{DidYouMean.Hint(value, [.. Words])}",
        QueryKind.Words => Split(value).All(Words.Contains) ? null : $"one or more of {string.Join(", ", Words)}, with commas between",
        QueryKind.Sort => Split(value).All(f => Words.Contains(f.TrimEnd('-')))
            ? null : $"fields with commas between, each with a - behind it to go down: {string.Join(", ", Words)}",
        _ => null,
    };

    /// <summary>The parts of a list with commas.</summary>
    public static string[] Split(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsWhole(string value, long min) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number >= min;
}

/// <summary>What the value of a parameter is.</summary>
internal enum QueryKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>Texts with commas between.</summary>
    Texts,

    /// <summary>A whole number that is not negative.</summary>
    Whole,

    /// <summary>Milliseconds of Unix time.</summary>
    Time,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>One of some words.</summary>
    Word,

    /// <summary>Some of some words, with commas between.</summary>
    Words,

    /// <summary>Fields to sort by.</summary>
    Sort,
}
