using VasaSim.Vmodl.Soap;

namespace VasaSim.Vmodl;

/// <summary>An enumeration. Most members that hold one are declared as texts; see their documentation.</summary>
public sealed class EnumInfo
{
    private readonly Func<string, object?> _parse;

    internal EnumInfo(
        string name, WireNamespace wireNamespace, ApiVersion since, string[] values, Func<string, object?> parse) =>
        (Name, WireName, WireNamespace, Since, Values, _parse) =
            (name, new(name), wireNamespace, since, values, parse);

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The XML namespace of the type.</summary>
    public string Namespace => WireNamespace.Uri;

    /// <summary>The version that brought the type.</summary>
    public ApiVersion Since { get; }

    /// <summary>The texts on the wire, in the order of the C# members.</summary>
    public IReadOnlyList<string> Values { get; }

    internal WireName WireName { get; }

    internal WireNamespace WireNamespace { get; }

    /// <summary>Returns the boxed C# value of a text, or null if there is none.</summary>
    public object? Parse(string text) => _parse(text);
}
