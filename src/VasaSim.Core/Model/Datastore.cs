using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>A datastore of a site, mounted on all hosts of the site unless <see cref="Hosts"/> says which.</summary>
public sealed record Datastore : Entity
{
    /// <summary>Managed object id, such as <c>datastore-21</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name, such as <c>vvol-ds-a1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The site it belongs to.</summary>
    public required string Site { get; init; }

    /// <summary>vSphere's text for the kind: <c>VVOL</c>, <c>VMFS</c> or <c>NFS</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The datastore's URL, such as <c>ds:///vmfs/volumes/vvol:…/</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Capacity { get; init; }

    /// <summary>Free space in bytes.</summary>
    public required long FreeSpace { get; init; }

    /// <summary>The hosts that mount it.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>What its provider says it can do.</summary>
    public StorageCapability? Capability { get; init; }

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.Datastore, Id);
}
