using System.Globalization;

namespace VasaSim.Configuration.Texts;

/// <summary>The number at the beginning of a duration or a size.</summary>
internal static class NumberText
{
    /// <summary>Takes a number such as 4 or 1.5 off the beginning; of at most 20 digits, so that no unit overflows it.</summary>
    public static bool TryTake(ref ReadOnlySpan<char> text, out decimal number)
    {
        int length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] == '.'))
        {
            length++;
        }

        ReadOnlySpan<char> digits = text[..length];
        text = text[length..];
        number = 0;
        return length is > 0 and <= 20 && digits[0] != '.' && digits[^1] != '.'
            && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
