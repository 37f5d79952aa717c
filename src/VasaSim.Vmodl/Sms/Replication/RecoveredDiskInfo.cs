namespace VasaSim.Vmodl.Sms;

/// <summary>Where a disk of a recovered virtual machine lies; only I/O filter replicators report it.</summary>
[DataObject(Since = "6.5")]
public sealed partial class RecoveredDiskInfo : DataObject
{
    /// <summary>Never changes.</summary>
    public required int DeviceKey { get; init; }

    public required string DsUrl { get; init; }

    public required string DiskPath { get; init; }
}
