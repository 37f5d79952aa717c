namespace VasaSim.Vmodl.Sms;

/// <summary>There is no replica to recover from.</summary>
[DataObject(Since = "6.5")]
public sealed partial class NoValidReplica : SmsReplicationFault
{
    /// <summary>A device of the target site; unset if the whole group has no valid replica.</summary>
    public DeviceId? DeviceId { get; init; }
}
