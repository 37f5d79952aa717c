namespace VasaSim.Vmodl.Sms;

/// <summary>A virtual machine by its managed object id.</summary>
[DataObject(Since = "6.7")]
public sealed partial class VirtualMachineMoId : VirtualMachineId
{
    public string? VcUuid { get; init; }

    public required string VmMoid { get; init; }
}
