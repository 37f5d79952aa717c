namespace VasaSim.Vmodl.Vim;

/// <summary>A storage adapter of a host.</summary>
[DataObject(Since = "2.0")]
public sealed partial class HostHostBusAdapter : DataObject
{
    public string? Key { get; init; }

    public required string Device { get; init; }

    public required int Bus { get; init; }

    public required string Status { get; init; }

    public required string Model { get; init; }

    public string? Driver { get; init; }

    public string? Pci { get; init; }

    [Property(Since = "7.0.0.0")]
    public string? StorageProtocol { get; init; }
}
