namespace VasaSim.Vmodl.Sms;

/// <summary>A virtual volume.</summary>
[DataObject(Since = "6.5")]
public sealed partial class VVolId : DeviceId
{
    public required string Id { get; init; }
}
