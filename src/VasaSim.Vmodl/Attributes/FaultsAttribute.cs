namespace VasaSim.Vmodl;

/// <summary>The faults that a method declares. Every method may raise a <c>RuntimeFault</c> besides.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FaultsAttribute(params Type[] faults) : Attribute
{
    /// <summary>The declared faults in the contract's order.</summary>
    public IReadOnlyList<Type> Faults { get; } = faults;
}
