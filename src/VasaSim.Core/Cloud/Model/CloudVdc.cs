using VasaSim.Core.Storage;

namespace VasaSim.Core.Cloud.Model;

/// <summary>A virtual data center of an organization: where machines of a cloud live.</summary>
public sealed record CloudVdc : Entity
{
    /// <summary>UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The cloud site.</summary>
    public required string Site { get; init; }

    /// <summary>The organization.</summary>
    public required string Org { get; init; }

    /// <summary>Its storage profiles, the default one first; at least one.</summary>
    public required IReadOnlyList<NamedId> StorageProfiles { get; init; }

    /// <summary>Its networks.</summary>
    public IReadOnlyList<NamedId> Networks { get; init; } = [];

    /// <summary>The managed object id of the datastore behind it.</summary>
    public required string Datastore { get; init; }

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.CloudVdc, Id);
}

/// <summary>Something that has no more than a UUID and a name.</summary>
public sealed record NamedId(string Id, string Name);
