using System.Globalization;

namespace VasaSim.Configuration.Texts;

/// <summary>Sizes as people write them: <c>1TiB</c>, <c>500GB</c>, and per second <c>50MB/s</c>. Safe for threads.</summary>
public static class SizeText
{
    /// <summary>What is legal for a size, for messages.</summary>
    public const string Legal =
        "a number with B, KB, MB, GB, TB (thousands) or KiB, MiB, GiB, TiB (1024s), such as 500GB or 1TiB";

    /// <summary>What is legal for a speed, for messages.</summary>
    public const string LegalPerSecond =
        "a number with B/s, KB/s, MB/s, GB/s (thousands) or KiB/s, MiB/s, GiB/s (1024s), such as 50MB/s";

    private static readonly (string Unit, long Bytes)[] Units =
    [
        ("B", 1), ("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("TB", 1_000_000_000_000),
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40),
    ];

    /// <summary>Reads a size in whole bytes.</summary>
    public static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        ReadOnlySpan<char> rest = text;
        if (!NumberText.TryTake(ref rest, out decimal number))
        {
            return false;
        }

        foreach ((string unit, long factor) in Units)
        {
            // Past 20 digits the number was refused; what is left cannot overflow a decimal.
            if (rest.SequenceEqual(unit) && number * factor is <= long.MaxValue and decimal size
                && size == decimal.Truncate(size))
            {
                bytes = (long)size;
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes bytes per second as <see cref="TryParsePerSecond"/> reads them, in the largest unit that needs no fraction.</summary>
    public static string FormatPerSecond(long bytesPerSecond)
    {
        (string unit, long factor) = Units
            .Where(u => bytesPerSecond == 0 ? u.Bytes == 1 : bytesPerSecond % u.Bytes == 0)
            .MaxBy(u => u.Bytes);
        return string.Create(CultureInfo.InvariantCulture, $"{bytesPerSecond / factor}{unit}/s");
    }

    /// <summary>Reads whole bytes per second.</summary>
    public static bool TryParsePerSecond(string text, out long bytesPerSecond)
    {
        ArgumentNullException.ThrowIfNull(text);
        bytesPerSecond = 0;
        return text.EndsWith("/s", StringComparison.Ordinal) && TryParse(text[..^2], out bytesPerSecond);
    }
}
