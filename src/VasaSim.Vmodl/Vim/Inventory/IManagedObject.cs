namespace VasaSim.Vmodl.Vim;

/// <summary>The root of managed objects.</summary>
[ManagedObject("ManagedObject", Since = "1.0")]
public interface IManagedObject
{
    /// <summary>
    /// Returns one property of the object. No published description has this method, but pyVmomi reads every property
    /// with it. Which privilege a call needs depends on the property.
    /// </summary>
    [Method("Fetch", Since = "2.0", Undocumented = true)]
    object? Fetch(string prop);
}
