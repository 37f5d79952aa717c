namespace VasaSim.Vmodl.Sms;

/// <summary>A virtual machine by the path of its configuration file.</summary>
[DataObject(Since = "6.5")]
public sealed partial class VirtualMachineFilePath : VirtualMachineId
{
    public string? VcUuid { get; init; }

    public required string DsUrl { get; init; }

    /// <summary>After a failover, of a file already adapted to the names of the target's disks.</summary>
    public required string VmxPath { get; init; }
}
