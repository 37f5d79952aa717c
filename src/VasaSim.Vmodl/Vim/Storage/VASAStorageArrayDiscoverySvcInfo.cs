namespace VasaSim.Vmodl.Vim;

/// <summary>An NVMe over Fabrics discovery service of an array.</summary>
[DataObject(Since = "8.0.0.0")]
public sealed partial class VASAStorageArrayDiscoverySvcInfo : DataObject
{
    public required string PortType { get; init; }

    public required string SvcNqn { get; init; }

    public VASAStorageArrayDiscoveryIpTransport? IpInfo { get; init; }

    public VASAStorageArrayDiscoveryFcTransport? FcInfo { get; init; }
}
