using System.Text;

namespace VasaSim.Configuration.Texts;

/// <summary>Texts that clients are told in any protocol: names, descriptions, labels. Safe for threads.</summary>
public static class PlainText
{
    /// <summary>How many characters a text may have.</summary>
    public const int Longest = 1000;

    /// <summary>What is legal, for messages.</summary>
    public const string Legal = "plain text on one line, up to 1000 characters";

    /// <summary>Whether a text is legal.</summary>
    public static bool IsLegal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= Longest && CanBeWritten(text);
    }

    // The others cannot be said in XML, nor is a half character text at all.
    internal static bool CanBeWritten(string text) =>
        !text.EnumerateRunes().Any(rune => Rune.IsControl(rune) || rune == Rune.ReplacementChar)
        && !text.AsSpan().ContainsAny('\uFFFE', '\uFFFF');
}
