namespace VasaSim.Vmodl.Sms;

/// <summary>A disk by its virtual machine's managed object id.</summary>
[DataObject(Since = "6.7")]
public sealed partial class VirtualDiskMoId : DeviceId
{
    public string? VcUuid { get; init; }

    public required string VmMoid { get; init; }

    /// <summary>A text here, unlike <c>VirtualDiskKey.deviceKey</c>.</summary>
    public required string DiskKey { get; init; }
}
