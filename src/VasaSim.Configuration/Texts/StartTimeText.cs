using System.Globalization;

namespace VasaSim.Configuration.Texts;

/// <summary>The time that a world begins at, as people write it: <c>2025-01-15T12:00:00Z</c>. Safe for threads.</summary>
public static class StartTimeText
{
    /// <summary>What is legal, for messages.</summary>
    public const string Legal = "a time with its zone, such as 2025-01-15T12:00:00Z, from 1970 to 2499";

    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    // Room on both sides for every offset that a lab can give.
    private static readonly DateTimeOffset Earliest = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Latest = new(2500, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads a time; what it gives back is UTC.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(text);

        // "Z" is what zzz reads as +00:00 too, if it is told so.
        if (DateTimeOffset.TryParseExact(
                text.Replace("Z", "+00:00", StringComparison.Ordinal),
                Formats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out time)
            && time >= Earliest && time < Latest)
        {
            time = time.ToUniversalTime();
            return true;
        }

        time = default;
        return false;
    }
}
