using VasaSim.Core.Cloud.Model;

namespace VasaSim.Core.Lab;

/// <summary>A virtual data center of an organization. Ids that are empty follow from the seed and the names.</summary>
public sealed record VdcDefinition
{
    /// <summary>UUID.</summary>
    public string Id { get; init; } = "";

    /// <summary>Name, unique in its cloud.</summary>
    public required string Name { get; init; }

    /// <summary>Its storage profiles, the default one first; at least one.</summary>
    public required IReadOnlyList<NamedId> StorageProfiles { get; init; }

    /// <summary>Its networks.</summary>
    public IReadOnlyList<NamedId> Networks { get; init; } = [];

    /// <summary>The datastore behind it; null: the first of the site.</summary>
    public string? Datastore { get; init; }
}
