namespace VasaSim.Vmodl.Sms;

/// <summary>A file system that an array offers.</summary>
[DataObject(Since = "2.0")]
public sealed partial class StorageFileSystem : DataObject
{
    public required string Uuid { get; init; }

    public required IReadOnlyList<StorageFileSystemInfo> Info { get; init; }

    public required bool NativeSnapshotSupported { get; init; }

    /// <summary>A text of <see cref="Sms.ThinProvisioningStatus"/>.</summary>
    public required string ThinProvisioningStatus { get; init; }

    /// <summary>A text of <see cref="FileSystemInterface"/>.</summary>
    public required string Type { get; init; }

    /// <summary>A text of <see cref="FileSystemInterfaceVersion"/>.</summary>
    public required string Version { get; init; }

    [Property(Since = "5.0")]
    public BackingConfig? BackingConfig { get; init; }
}
