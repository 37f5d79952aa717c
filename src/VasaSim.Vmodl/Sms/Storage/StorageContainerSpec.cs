namespace VasaSim.Vmodl.Sms;

/// <summary>Which storage containers to return; none named means all.</summary>
[DataObject(Since = "5.0")]
public sealed partial class StorageContainerSpec : DataObject
{
    public IReadOnlyList<string>? ContainerId { get; init; }
}
