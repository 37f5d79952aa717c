namespace VasaSim.Vmodl.Vim;

/// <summary>Where a property filter starts, and how it goes on.</summary>
[DataObject(Since = "1.0")]
public sealed partial class ObjectSpec : DataObject
{
    public required ManagedObjectReference Obj { get; init; }

    public bool? Skip { get; init; }

    public IReadOnlyList<SelectionSpec>? SelectSet { get; init; }
}
