using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A device that a failover recovered, or could not recover.</summary>
[DataObject(Since = "6.5")]
public sealed partial class RecoveredDevice : DataObject
{
    public ReplicaId? TargetDeviceId { get; init; }

    public DeviceId? RecoveredDeviceId { get; init; }

    public required DeviceId SourceDeviceId { get; init; }

    public IReadOnlyList<string>? Info { get; init; }

    [RefersTo("Datastore")]
    public required ManagedObjectReference Datastore { get; init; }

    public IReadOnlyList<RecoveredDiskInfo>? RecoveredDiskInfo { get; init; }

    /// <summary>Only for a device without a valid replica.</summary>
    public LocalizedMethodFault? Error { get; init; }

    public IReadOnlyList<LocalizedMethodFault>? Warnings { get; init; }
}
