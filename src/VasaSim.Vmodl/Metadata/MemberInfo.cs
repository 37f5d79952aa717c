namespace VasaSim.Vmodl;

/// <summary>A property of a data object or managed object, or a parameter of a method.</summary>
public sealed class MemberInfo
{
    internal MemberInfo(string name, TypeRef type, ApiVersion since) => (Name, Type, Since) = (name, type, since);

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public TypeRef Type { get; }

    /// <summary>Whether it may be left out.</summary>
    public bool Optional { get; internal init; }

    /// <summary>Whether it is a list.</summary>
    public bool IsArray => Type.IsArray;

    /// <summary>The version that brought it.</summary>
    public ApiVersion Since { get; }

    /// <summary>The privilege that reading it needs; only for properties of managed objects.</summary>
    public string? Privilege { get; internal init; }

    /// <summary>The wire name of the managed object type that it refers to, if it is a reference.</summary>
    public string? RefersTo => Type.RefersTo;

    /// <summary>Whether the value must be kept out of logs.</summary>
    public bool Secret { get; internal init; }
}
