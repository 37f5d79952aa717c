namespace VasaSim.Vmodl.Vim;

/// <summary>Network addresses of an NVMe discovery service.</summary>
[DataObject(Since = "8.0.0.0")]
public sealed partial class VASAStorageArrayDiscoveryIpTransport : DataObject
{
    public required string IpAddress { get; init; }

    public string? PortNumber { get; init; }
}
