namespace VasaSim.Vmodl.Sms;

/// <summary>Where a file system is mounted from.</summary>
[DataObject(Since = "2.0")]
public sealed partial class StorageFileSystemInfo : DataObject
{
    public required string FileServerName { get; init; }

    public required string FileSystemPath { get; init; }

    public string? IpAddress { get; init; }
}
