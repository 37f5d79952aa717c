using System.IO.Enumeration;

namespace VasaSim.Faults.Rules;

/// <summary>A text with <c>*</c> for any characters and <c>?</c> for one. Letters count as they are written.</summary>
public sealed record Glob(string Pattern)
{
    /// <summary>Whether it stands for one text only.</summary>
    public bool IsLiteral { get; } = Pattern.AsSpan().IndexOfAny('*', '?') < 0;

    // Most texts that do not fit differ before the first wildcard.
    private readonly int _prefix = Pattern.AsSpan().IndexOfAny('*', '?');

    /// <summary>Whether a text fits.</summary>
    public bool Fits(string? text) =>
        text is not null && (IsLiteral ? text == Pattern : text.AsSpan().StartsWith(Pattern.AsSpan(0, _prefix), StringComparison.Ordinal) && FileSystemName.MatchesSimpleExpression(Pattern, text, ignoreCase: false));

    /// <inheritdoc/>
    public override string ToString() => Pattern;
}
