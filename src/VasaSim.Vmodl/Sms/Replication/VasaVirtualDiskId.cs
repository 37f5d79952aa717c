namespace VasaSim.Vmodl.Sms;

/// <summary>A first-class disk.</summary>
[DataObject(Since = "6.5")]
public sealed partial class VasaVirtualDiskId : DeviceId
{
    public required string DiskId { get; init; }
}
