namespace VasaSim.Vmodl.Vim;

/// <summary>A group of devices, unique within its fault domain.</summary>
[DataObject(Since = "6.5")]
public sealed partial class DeviceGroupId : DataObject
{
    /// <summary>Unique only within the fault domain.</summary>
    public required string Id { get; init; }
}
