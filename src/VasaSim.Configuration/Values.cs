using System.Globalization;
using VasaSim.Configuration.Texts;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Configuration;

/// <summary>Reads single values; a value that is not legal becomes a problem and null.</summary>
public sealed class Values(Problems problems)
{
    private const int LongestId = 200;

    public string? Text(YamlNode node, string what)
    {
        if (Scalar(node, what, "a text") is not { } scalar)
        {
            return null;
        }

        if (!PlainText.CanBeWritten(scalar.Value))
        {
            problems.Add(node, $"{what} has characters that cannot be written; it must be plain text on one line");
            return null;
        }

        if (scalar.Value.Length > PlainText.Longest)
        {
            problems.Add(node, $"{what} is longer than {PlainText.Longest} characters");
            return null;
        }

        return scalar.Value;
    }

    /// <summary>An id: text that may stand in keys, logs and URLs without quoting.</summary>
    public string? Id(YamlNode at, string text, string what)
    {
        if (text.Length is > 0 and <= LongestId
            && !text.Any(c => char.IsWhiteSpace(c) || c is '/' or '|' or '#' or '{' or '}'))
        {
            return text;
        }

        string hint = text.Contains("{n", StringComparison.Ordinal) ? "; {n} works in a template only" : "";
        problems.Add(
            at,
            $"'{Problems.Short(text)}' cannot be {what}: "
            + $"ids have 1 to {LongestId} characters, none of them a space or / | # {{ }}{hint}");
        return null;
    }

    public bool? Flag(YamlNode node, string what)
    {
        if (node is YamlScalar { IsPlain: true, Value: "true" or "false" } scalar)
        {
            return scalar.Value == "true";
        }

        problems.Add(node, $"{what} is {node.Kind}; it must be true or false");
        return null;
    }

    public long? Whole(YamlNode node, string what, long min, long max)
    {
        if (node is YamlScalar { IsPlain: true } scalar
            && long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            && number >= min && number <= max)
        {
            return number;
        }

        string legal = (min, max) switch
        {
            (long.MinValue, _) => "a whole number",
            (_, int.MaxValue or long.MaxValue) => $"a whole number from {min} up",
            _ => $"a whole number from {min} to {max}",
        };
        problems.Add(node, $"{what} is {node.Kind}; it must be {legal}");
        return null;
    }

    public TimeSpan? Duration(YamlNode node, string what, bool mayBeNegative = false)
    {
        if (node is YamlScalar scalar && DurationText.TryParse(scalar.Value, out TimeSpan duration)
            && (mayBeNegative || duration >= TimeSpan.Zero))
        {
            return duration;
        }

        string sign = mayBeNegative ? ", or with - before it for the past" : "";
        problems.Add(node, $"{what} is {node.Kind}; it must be {DurationText.Legal}{sign}");
        return null;
    }

    public long? Size(YamlNode node, string what)
    {
        if (node is YamlScalar scalar && SizeText.TryParse(scalar.Value, out long bytes))
        {
            return bytes;
        }

        problems.Add(node, $"{what} is {node.Kind}; it must be {SizeText.Legal}");
        return null;
    }

    public long? PerSecond(YamlNode node, string what)
    {
        if (node is YamlScalar scalar && SizeText.TryParsePerSecond(scalar.Value, out long bytes))
        {
            return bytes;
        }

        problems.Add(node, $"{what} is {node.Kind}; it must be {SizeText.LegalPerSecond}");
        return null;
    }

    public T Choice<T>(YamlNode node, string what, IReadOnlyList<(string Name, T Value)> choices, T otherwise)
    {
        if (node is YamlScalar scalar)
        {
            foreach ((string name, T value) in choices)
            {
                if (scalar.Value == name)
                {
                    return value;
                }
            }
        }

        string[] names = [.. choices.Select(choice => choice.Name)];
        string hint = node is YamlScalar wrong ? DidYouMean.Hint(wrong.Value, names) : "";
        problems.Add(node, $"{what} is {node.Kind}{hint} (one of: {Problems.List(names)})");
        return otherwise;
    }

    private YamlScalar? Scalar(YamlNode node, string what, string legal)
    {
        if (node is YamlScalar { IsEmpty: false } scalar)
        {
            return scalar;
        }

        problems.Add(node, $"{what} is {node.Kind}; it must be {legal}");
        return null;
    }
}
