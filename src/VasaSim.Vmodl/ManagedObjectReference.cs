namespace VasaSim.Vmodl;

/// <summary>The identity of a managed object.</summary>
/// <param name="Type">The wire name of the object's type; empty if a client sent none.</param>
/// <param name="Value">The object's id, opaque to clients.</param>
public sealed record ManagedObjectReference(string Type, string Value)
{
    /// <summary>Returns type and id, joined by a colon.</summary>
    public override string ToString() => $"{Type}:{Value}";
}
