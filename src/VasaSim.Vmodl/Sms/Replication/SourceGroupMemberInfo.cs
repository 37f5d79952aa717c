namespace VasaSim.Vmodl.Sms;

/// <summary>A device in a source group and its replicas.</summary>
[DataObject(Since = "6.5")]
public sealed partial class SourceGroupMemberInfo : DataObject
{
    public required DeviceId DeviceId { get; init; }

    public IReadOnlyList<TargetDeviceId>? TargetId { get; init; }
}
