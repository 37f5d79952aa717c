namespace VasaSim.Vmodl.Sms;

/// <summary>A storage container for virtual volumes.</summary>
[DataObject(Since = "5.0")]
public sealed partial class StorageContainer : DataObject
{
    public required string Uuid { get; init; }

    public required string Name { get; init; }

    public required long MaxVvolSizeInMB { get; init; }

    /// <summary>The <c>uid</c> of each provider that reports the container.</summary>
    public required IReadOnlyList<string> ProviderId { get; init; }

    public required IReadOnlyList<string> ArrayId { get; init; }

    /// <summary>A text of <see cref="StorageContainerVvolContainerTypeEnum"/>.</summary>
    [Property(Since = "8.0.0.0")]
    public string? VvolContainerType { get; init; }

    [Property(Since = "8.0.3.0")]
    public bool? Stretched { get; init; }
}
