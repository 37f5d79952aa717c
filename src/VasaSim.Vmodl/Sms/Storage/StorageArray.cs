using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A storage array.</summary>
[DataObject(Since = "2.0")]
public sealed partial class StorageArray : DataObject
{
    public required string Name { get; init; }

    public required string Uuid { get; init; }

    public required string VendorId { get; init; }

    public required string ModelId { get; init; }

    public string? Firmware { get; init; }

    public IReadOnlyList<string>? AlternateName { get; init; }

    /// <summary>Texts of <see cref="BlockDeviceInterface"/>.</summary>
    public IReadOnlyList<string>? SupportedBlockInterface { get; init; }

    /// <summary>Texts of <see cref="FileSystemInterface"/>.</summary>
    public IReadOnlyList<string>? SupportedFileSystemInterface { get; init; }

    /// <summary>Texts of <see cref="VasaProfile"/>.</summary>
    [Property(Since = "3.0")]
    public IReadOnlyList<string>? SupportedProfile { get; init; }

    /// <summary>Deprecated.</summary>
    [Property(Since = "4.0")]
    public int? Priority { get; init; }

    /// <summary>Needed for NVMe over Fabrics.</summary>
    [Property(Since = "8.0.0.0")]
    public IReadOnlyList<VASAStorageArrayDiscoverySvcInfo>? DiscoverySvc { get; init; }
}
