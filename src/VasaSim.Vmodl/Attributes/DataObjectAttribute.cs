namespace VasaSim.Vmodl;

/// <summary>Declares a data object of the contract. The type's name is its name on the wire.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DataObjectAttribute : Attribute
{
    /// <summary>The version that brought the type.</summary>
    public required string Since { get; init; }
}
