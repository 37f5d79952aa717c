namespace VasaSim.Vmodl;

/// <summary>Declares an enumeration of the contract. The type's name is its name on the wire.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class VmodlEnumAttribute : Attribute
{
    /// <summary>The version that brought the type.</summary>
    public required string Since { get; init; }
}
