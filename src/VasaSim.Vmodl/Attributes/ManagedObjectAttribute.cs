namespace VasaSim.Vmodl;

/// <summary>Declares a managed object: an interface that is pure contract and is not meant to be implemented.</summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class ManagedObjectAttribute(string name) : Attribute
{
    /// <summary>The type's name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>The version that brought the type.</summary>
    public required string Since { get; init; }
}
