namespace VasaSim.Vmodl.Vim;

/// <summary>The managed object is gone or was never there.</summary>
[DataObject(Since = "0.0")]
public sealed partial class ManagedObjectNotFound : RuntimeFault
{
    public required ManagedObjectReference Obj { get; init; }
}
