namespace VasaSim.Vmodl.Vim;

/// <summary>How many objects to return at once.</summary>
[DataObject(Since = "4.1")]
public sealed partial class RetrieveOptions : DataObject
{
    public int? MaxObjects { get; init; }
}
