namespace VasaSim.Vmodl.Vim;

/// <summary>A replication group: fault domain and device group together are its key.</summary>
[DataObject(Since = "6.5")]
public sealed partial class ReplicationGroupId : DataObject
{
    public required FaultDomainId FaultDomainId { get; init; }

    public required DeviceGroupId DeviceGroupId { get; init; }
}
