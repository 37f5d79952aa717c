using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace VasaSim.Core.Queries;

/// <summary>
/// Regular expressions as XML Schema has them: they match the whole text, and <c>^</c> and <c>$</c> are plain
/// characters. Matching takes time linear in the text, whatever the pattern.
/// </summary>
public static class XmlSchemaRegex
{
    private const string NameStart = @"_:A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF";
    private const string NameRest = NameStart + @"\-.0-9\u00B7\u0300-\u036F\u203F-\u2040";

    /// <summary>Reads a pattern.</summary>
    /// <returns>False when it is not a regular expression.</returns>
    public static bool TryParse(string pattern, [NotNullWhen(true)] out Regex? regex)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        try
        {
            regex = new Regex($@"\A(?:{Translate(pattern)})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            regex = null;
            return false;
        }
    }

    private static string Translate(string pattern)
    {
        StringBuilder text = new(pattern.Length);
        bool inClass = false;
        bool quantified = false;
        int open = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                text.Append(Escape(pattern[++i], inClass));
                quantified = false;
                continue;
            }

            if (c == '(' && !inClass && i + 1 < pattern.Length && pattern[i + 1] == '?')
            {
                throw new ArgumentException("Groups of XML Schema expressions have no options.");
            }

            open += inClass ? 0 : c switch { '(' => 1, ')' => -1, _ => 0 };
            if (open < 0 || (quantified && c == '?'))
            {
                throw new ArgumentException("A bracket closes what was not opened, or a quantifier follows another.");
            }

            quantified = !inClass && c is '*' or '+' or '?' or '}';
            inClass = c switch { '[' => true, ']' => false, _ => inClass };
            text.Append(c is '^' or '$' && !inClass ? $@"\{c}" : c.ToString());
        }

        return text.ToString();
    }

    private static string Escape(char c, bool inClass) => c switch
    {
        'i' => inClass ? NameStart : $"[{NameStart}]",
        'c' => inClass ? NameRest : $"[{NameRest}]",
        'I' => inClass ? throw new ArgumentException(@"\I inside a class is not supported.") : $"[^{NameStart}]",
        'C' => inClass ? throw new ArgumentException(@"\C inside a class is not supported.") : $"[^{NameRest}]",
        'n' or 'r' or 't' or 'd' or 'D' or 's' or 'S' or 'w' or 'W' or 'p' or 'P' => $@"\{c}",
        _ when char.IsAsciiLetterOrDigit(c) => throw new ArgumentException($@"\{c} is no escape of XML Schema."),
        _ => $@"\{c}",
    };
}
