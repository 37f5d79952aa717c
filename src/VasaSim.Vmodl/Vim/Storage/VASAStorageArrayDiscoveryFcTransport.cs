namespace VasaSim.Vmodl.Vim;

/// <summary>Fibre Channel addresses of an NVMe discovery service.</summary>
[DataObject(Since = "8.0.0.0")]
public sealed partial class VASAStorageArrayDiscoveryFcTransport : DataObject
{
    public required string NodeWwn { get; init; }

    public required string PortWwn { get; init; }
}
