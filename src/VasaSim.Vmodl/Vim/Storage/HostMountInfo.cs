namespace VasaSim.Vmodl.Vim;

/// <summary>Path, mode and state of a mount.</summary>
[DataObject(Since = "2.0")]
public sealed partial class HostMountInfo : DataObject
{
    public string? Path { get; init; }

    public required string AccessMode { get; init; }

    [Property(Since = "5.0")]
    public bool? Mounted { get; init; }

    [Property(Since = "2.5")]
    public bool? Accessible { get; init; }

    [Property(Since = "5.1")]
    public string? InaccessibleReason { get; init; }

    [Property(Since = "8.0.1.0")]
    public string? VmknicName { get; init; }

    [Property(Since = "8.0.1.0")]
    public bool? VmknicActive { get; init; }

    [Property(Since = "8.0.0.1")]
    public string? MountFailedReason { get; init; }

    [Property(Since = "8.0.1.0")]
    public int? NumTcpConnections { get; init; }
}
