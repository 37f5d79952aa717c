using System.Globalization;

namespace VasaSim.Vmodl;

/// <summary>How points in time are spelt, in both protocols.</summary>
internal static class WireDate
{
    /// <summary>The room that a date needs at most, in bytes.</summary>
    public const int MaxLength = 32;

    private const string ReadFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    // More digits than .NET keeps; Go clients send nine.
    private const int MaxFractionDigits = 7;

    /// <summary>Writes a date in UTC, with milliseconds if it has any, and returns its length.</summary>
    public static int Format(DateTimeOffset value, Span<byte> text)
    {
        var utc = value.UtcDateTime;
        utc.TryFormat(
            text,
            out var written,
            utc.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fffZ",
            CultureInfo.InvariantCulture);
        return written;
    }

    /// <summary>Reads a date; one without a zone is taken as UTC.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        text = text.Trim();
        var point = text.IndexOf('.');
        if (point < 0)
            return TryExact(text, out value);

        var digits = 0;
        while (point + 1 + digits < text.Length && char.IsAsciiDigit(text[point + 1 + digits]))
            digits++;
        if (digits <= MaxFractionDigits)
            return TryExact(text, out value);
        return TryExact(
            string.Concat(text[..(point + 1 + MaxFractionDigits)], text[(point + 1 + digits)..]), out value);
    }

    private static bool TryExact(ReadOnlySpan<char> text, out DateTimeOffset value) => DateTimeOffset.TryParseExact(
        text,
        ReadFormat,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out value);
}
