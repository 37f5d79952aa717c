namespace VasaSim.Vmodl.Sms;

/// <summary>A pool of capacity behind LUNs or file systems.</summary>
[DataObject(Since = "5.0")]
public sealed partial class BackingStoragePool : DataObject
{
    public required string Uuid { get; init; }

    /// <summary>A text of <see cref="BackingStoragePoolType"/>.</summary>
    public required string Type { get; init; }

    public required long CapacityInMB { get; init; }

    public required long UsedSpaceInMB { get; init; }
}
