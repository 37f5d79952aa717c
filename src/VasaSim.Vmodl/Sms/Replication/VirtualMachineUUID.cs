namespace VasaSim.Vmodl.Sms;

/// <summary>A virtual machine by its instance uuid.</summary>
[DataObject(Since = "6.5")]
public sealed partial class VirtualMachineUUID : VirtualMachineId
{
    public required string VmInstanceUUID { get; init; }
}
