namespace VasaSim.Vmodl.Vim;

/// <summary>A description with a key.</summary>
[DataObject(Since = "2.0")]
public partial class ElementDescription : Description
{
    public required string Key { get; init; }
}
