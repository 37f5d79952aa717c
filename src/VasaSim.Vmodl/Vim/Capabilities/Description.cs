namespace VasaSim.Vmodl.Vim;

/// <summary>A label and a summary for people.</summary>
[DataObject(Since = "2.0")]
public partial class Description : DataObject
{
    public required string Label { get; init; }

    public required string Summary { get; init; }
}
