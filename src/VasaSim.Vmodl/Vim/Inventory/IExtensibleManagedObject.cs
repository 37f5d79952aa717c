namespace VasaSim.Vmodl.Vim;

/// <summary>The base of objects that may carry custom values; none of those are modelled.</summary>
[ManagedObject("ExtensibleManagedObject", Since = "2.0")]
public interface IExtensibleManagedObject : IManagedObject;
