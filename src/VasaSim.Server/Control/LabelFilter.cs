using VasaSim.Core.Model;

namespace VasaSim.Server.Control;

/// <summary>Which groups are asked for: those that have a label, or that have it with a value.</summary>
internal readonly record struct LabelFilter(string Name, string? Value)
{
    /// <summary>Reads <c>name</c> or <c>name=value</c>; the value may be empty.</summary>
    public static LabelFilter Parse(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is >= 0 and int at ? new(text[..at], text[(at + 1)..]) : new(text, null);

    public bool Matches(ReplicationGroup group) =>
        group.Labels.TryGetValue(Name, out string? value) && (Value is null || value == Value);
}
