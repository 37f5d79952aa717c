using System.Globalization;

namespace VasaSim.Faults.Rules;

/// <summary>Numbers of calls as people write them: <c>2</c>, <c>1-2</c>, <c>3-</c>, <c>1,4-6</c>.</summary>
public sealed record CallCounts
{
    private readonly IReadOnlyList<(long First, long Last)> _ranges;

    private CallCounts(string text, IReadOnlyList<(long First, long Last)> ranges) => (Text, _ranges) = (text, ranges);

    /// <summary>What is legal, for messages.</summary>
    public const string Legal = "numbers of calls from 1, such as 2, 1-2, 3- or 1,4-6";

    /// <summary>The same as a regular expression; that a range does not end before it begins it cannot say.</summary>
    public const string Pattern = $"^ *{Range}( *, *{Range})* *$";

    private const string One = "0*[1-9][0-9]*";
    private const string Range = $"{One}(-({One})?)?";

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a text; null when it is not legal.</summary>
    public static CallCounts? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<(long First, long Last)> ranges = [];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            int dash = part.IndexOf('-', StringComparison.Ordinal);
            string first = dash < 0 ? part : part[..dash];
            string last = dash < 0 ? part : part[(dash + 1)..];
            if (Number(first) is not { } from || (last.Length > 0 ? Number(last) : long.MaxValue) is not { } to || from < 1 || to < from)
            {
                return null;
            }

            ranges.Add((from, to));
        }

        return new CallCounts(text, ranges);
    }

    /// <summary>Whether a number is among them.</summary>
    public bool Has(long number)
    {
        foreach ((long first, long last) in _ranges)
        {
            if (number >= first && number <= last)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two texts mean the same is not asked; the text counts.</summary>
    public bool Equals(CallCounts? other) => other?.Text == Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
