namespace VasaSim.Vmodl;

/// <summary>The text of an enumeration's value on the wire, where it is not the member's name.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class EnumTextAttribute(string text) : Attribute
{
    /// <summary>The text on the wire.</summary>
    public string Text { get; } = text;
}
