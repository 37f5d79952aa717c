namespace VasaSim.Vmodl.Sms;

/// <summary>The group is being synchronised; the fault names the task.</summary>
[DataObject(Since = "6.5")]
public sealed partial class SyncOngoing : SmsReplicationFault
{
    /// <summary>The running synchronisation.</summary>
    [RefersTo("SmsTask")]
    public required ManagedObjectReference Task { get; init; }
}
