namespace VasaSim.Vmodl.Sms;

/// <summary>A disk by its virtual machine and device key.</summary>
[DataObject(Since = "6.5")]
public sealed partial class VirtualDiskKey : DeviceId
{
    /// <summary>The instance uuid of the virtual machine.</summary>
    public required string VmInstanceUUID { get; init; }

    public required int DeviceKey { get; init; }
}
