namespace VasaSim.Vmodl.Sms;

/// <summary>A port of an array; mostly one of the derived types.</summary>
[DataObject(Since = "2.0")]
public partial class StoragePort : DataObject
{
    public required string Uuid { get; init; }

    /// <summary>A text of <see cref="BlockDeviceInterface"/> or <see cref="FileSystemInterface"/>.</summary>
    public required string Type { get; init; }

    public IReadOnlyList<string>? AlternateName { get; init; }
}
