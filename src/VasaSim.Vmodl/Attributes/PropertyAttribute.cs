namespace VasaSim.Vmodl;

/// <summary>
/// Says more about a property or a parameter than its type does. Without it a property is as old as its type and
/// needs no privilege.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PropertyAttribute : Attribute
{
    /// <summary>The version that brought the property, if it came later than its type.</summary>
    public string? Since { get; init; }

    /// <summary>The privilege that reading a managed object's property needs.</summary>
    public string? Privilege { get; init; }
}
