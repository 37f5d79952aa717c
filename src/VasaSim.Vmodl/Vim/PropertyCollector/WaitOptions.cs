namespace VasaSim.Vmodl.Vim;

/// <summary>How long to wait for changes, and how many to return.</summary>
[DataObject(Since = "4.1")]
public sealed partial class WaitOptions : DataObject
{
    public int? MaxWaitSeconds { get; init; }

    public int? MaxObjectUpdates { get; init; }
}
