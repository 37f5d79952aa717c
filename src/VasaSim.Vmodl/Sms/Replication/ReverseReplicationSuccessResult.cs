using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A group whose direction was reversed.</summary>
[DataObject(Since = "6.5")]
public sealed partial class ReverseReplicationSuccessResult : GroupOperationResult
{
    /// <summary>Only the device group; the fault domain stays.</summary>
    public required DeviceGroupId NewGroupId { get; init; }
}
