namespace VasaSim.Vmodl.Vim;

/// <summary>A named selection, or the traversal of that name.</summary>
[DataObject(Since = "1.0")]
public partial class SelectionSpec : DataObject
{
    public string? Name { get; init; }
}
