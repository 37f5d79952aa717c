namespace VasaSim.Vmodl.Sms;

/// <summary>A member of a target group that is in test or failed over.</summary>
[DataObject(Since = "6.5")]
public sealed partial class RecoveredTargetGroupMemberInfo : TargetGroupMemberInfo
{
    /// <summary>Set even when it equals the replica's id.</summary>
    public DeviceId? RecoveredDeviceId { get; init; }
}
