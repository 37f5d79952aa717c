using System.Globalization;
using System.Text;

namespace VasaSim.Configuration.Texts;

/// <summary>Durations as people write them: <c>500ms</c>, <c>4m</c>, <c>1h30m</c>, <c>-5m</c>. Safe for threads.</summary>
public static class DurationText
{
    /// <summary>What is legal, for messages.</summary>
    public const string Legal = "a number with ms, s, m, h or d, such as 500ms, 4m or 1h30m";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    private static readonly (string Unit, long Milliseconds)[] Units =
        [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    /// <summary>Reads a duration of whole milliseconds, not longer than a hundred years.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(text);
        duration = TimeSpan.Zero;
        bool negative = text.StartsWith('-');
        ReadOnlySpan<char> rest = negative ? text.AsSpan(1) : text;
        if (rest is "0")
        {
            return true;
        }

        decimal total = 0;
        long smallestYet = long.MaxValue;
        while (rest.Length > 0)
        {
            if (!NumberText.TryTake(ref rest, out decimal number)
                || TakeUnit(ref rest) is not { } unit
                || unit >= smallestYet)
            {
                return false;
            }

            total += number * unit;
            smallestYet = unit;
        }

        if (smallestYet == long.MaxValue || total != decimal.Truncate(total)
            || total > (decimal)Longest.TotalMilliseconds)
        {
            return false;
        }

        duration = TimeSpan.FromMilliseconds(negative ? -(long)total : (long)total);
        return true;
    }

    /// <summary>Writes a duration as <see cref="TryParse"/> reads it, with the largest units that fit; what is below a
    /// millisecond is cut off.</summary>
    public static string Format(TimeSpan duration)
    {
        long rest = Math.Abs(duration.Ticks / TimeSpan.TicksPerMillisecond);
        if (rest == 0)
        {
            return "0";
        }

        StringBuilder text = new(duration < TimeSpan.Zero ? "-" : "");
        foreach ((string unit, long milliseconds) in Enumerable.Reverse(Units))
        {
            if (rest / milliseconds is > 0 and long count)
            {
                text.Append(CultureInfo.InvariantCulture, $"{count}{unit}");
                rest %= milliseconds;
            }
        }

        return text.ToString();
    }

    private static long? TakeUnit(ref ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]))
        {
            length++;
        }

        foreach ((string unit, long milliseconds) in Units)
        {
            if (text[..length].SequenceEqual(unit))
            {
                text = text[length..];
                return milliseconds;
            }
        }

        return null;
    }
}
