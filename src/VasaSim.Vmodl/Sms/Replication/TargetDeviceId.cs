using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A replica of a device in one target fault domain.</summary>
[DataObject(Since = "6.5")]
public sealed partial class TargetDeviceId : DataObject
{
    public required FaultDomainId DomainId { get; init; }

    public required ReplicaId DeviceId { get; init; }
}
