namespace VasaSim.Vmodl.Vim;

/// <summary>An object that could not be read, and why.</summary>
[DataObject(Since = "1.0")]
public sealed partial class MissingObject : DataObject
{
    public required ManagedObjectReference Obj { get; init; }

    public required LocalizedMethodFault Fault { get; init; }
}
