using System.Globalization;

namespace VasaSim.Vmodl.Soap;

/// <summary>Reads the simple types of XML Schema that the contract uses.</summary>
internal static class XmlValues
{
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    // More digits than .NET keeps; Go clients send nine.
    private const int MaxFractionDigits = 7;

    public static bool TryBoolean(ReadOnlySpan<char> text, out bool value)
    {
        text = text.Trim();
        value = text is "true" or "1";
        return value || text is "false" or "0";
    }

    public static bool TryInt(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    public static bool TryLong(ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    public static bool TryDouble(ReadOnlySpan<char> text, out double value)
    {
        text = text.Trim();
        switch (text)
        {
            case "INF":
                value = double.PositiveInfinity;
                return true;
            case "-INF":
                value = double.NegativeInfinity;
                return true;
            case "NaN":
                value = double.NaN;
                return true;
            default:
                const NumberStyles style =
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
                return double.TryParse(text, style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        }
    }

    /// <summary>Reads a date; one without a zone is taken as UTC.</summary>
    public static bool TryDateTime(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        text = text.Trim();
        var point = text.IndexOf('.');
        if (point < 0)
            return TryExactDate(text, out value);

        var digits = 0;
        while (point + 1 + digits < text.Length && char.IsAsciiDigit(text[point + 1 + digits]))
            digits++;
        if (digits <= MaxFractionDigits)
            return TryExactDate(text, out value);
        return TryExactDate(
            string.Concat(text[..(point + 1 + MaxFractionDigits)], text[(point + 1 + digits)..]), out value);
    }

    private static bool TryExactDate(ReadOnlySpan<char> text, out DateTimeOffset value) => DateTimeOffset.TryParseExact(
        text,
        DateFormat,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out value);
}
