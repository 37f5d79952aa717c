namespace VasaSim.Vmodl;

/// <summary>Names the managed object type that a reference, or each reference of a list, points to.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class RefersToAttribute(string managedObject) : Attribute
{
    /// <summary>The wire name of the managed object type; it need not be part of the contract.</summary>
    public string ManagedObject { get; } = managedObject;
}
