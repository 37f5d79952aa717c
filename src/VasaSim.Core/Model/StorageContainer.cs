using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>A storage container: where virtual volumes live.</summary>
public sealed record StorageContainer : Entity
{
    /// <summary>Unique id, such as <c>vvol:…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The largest virtual volume that it takes, in MiB.</summary>
    public required long MaxVvolSizeInMB { get; init; }

    /// <summary>The arrays that it is on; several for a stretched one.</summary>
    public required IReadOnlyList<string> Arrays { get; init; }

    /// <summary>The protocol by which hosts reach it: <c>SCSI</c>, <c>NVMe</c>, <c>NFS</c>, <c>NFS4x</c>; null when the provider does not say.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it spans sites; null when the provider does not say.</summary>
    public bool? Stretched { get; init; }

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.StorageContainer, Id);
}
