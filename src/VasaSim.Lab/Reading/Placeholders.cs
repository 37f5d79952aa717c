using System.Globalization;
using System.Text.RegularExpressions;
using System.Text;
using VasaSim.Configuration;

namespace VasaSim.Lab.Reading;

/// <summary>What stands in braces: a template's number, and the time in a replica's name.</summary>
internal static partial class Placeholders
{
    /// <summary>Puts the number of a template's entry for <c>{n}</c> and <c>{n:000}</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number.</param>
    /// <param name="keepOthers">Whether other braces are somebody else's.</param>
    /// <param name="problem">What is wrong with a placeholder, or null.</param>
    public static string Number(string text, int number, bool keepOthers, out string? problem)
    {
        problem = null;
        if (!text.Contains('{', StringComparison.Ordinal) && !text.Contains('}', StringComparison.Ordinal))
        {
            return text;
        }

        string filled = NumberPattern().Replace(text, match => number.ToString(
            match.Groups[1].Value is { Length: > 0 } format ? format : "0", CultureInfo.InvariantCulture));
        if (!keepOthers && filled.AsSpan().ContainsAny('{', '}'))
        {
            string wrong = AnyPattern().Match(filled) is { Success: true } found ? found.Value : filled;
            problem = $"'{Problems.Short(wrong)}' is no placeholder of a template; there are {{n}} and, "
                + "with leading zeros, {n:000}";
        }

        return filled;
    }

    /// <summary>What is wrong with the times in a replica's name, or null.</summary>
    public static string? TimeProblem(string name)
    {
        MatchCollection times = AnyPattern().Matches(name);
        if (times.Count > 1)
        {
            return $"'{Problems.Short(name)}' has more than one time; put it all into one pair of braces";
        }

        foreach (Match match in times)
        {
            string format = match.Value[1..^1];
            try
            {
                if (format.Length > 0 && IsWritable(DateTime.UnixEpoch.ToString(format, CultureInfo.InvariantCulture)))
                {
                    continue;
                }
            }
            catch (FormatException)
            {
                // Said below, with the formats that are legal.
            }

            return $"'{Problems.Short(match.Value)}' is no format for a time; write one such as {{yyyyMMdd-HHmmss}}";
        }

        return AnyPattern().Replace(name, "").AsSpan().ContainsAny('{', '}')
            ? $"'{Problems.Short(name)}' has a brace without its partner"
            : null;
    }

    private static bool IsWritable(string text) => !text.EnumerateRunes().Any(Rune.IsControl);

    [GeneratedRegex(@"\{n(?::(0{1,9}))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex AnyPattern();
}
