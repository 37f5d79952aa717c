using VasaSim.Core.Storage;

namespace VasaSim.Core.Recovery.Model;

/// <summary>Where at another site goes what is here: one direction, the other way is another mapping.</summary>
public sealed record InventoryMapping : Entity
{
    /// <summary>A UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Position in the order of making.</summary>
    public required long Ordinal { get; init; }

    /// <summary>What is mapped.</summary>
    public required MappingKind Kind { get; init; }

    /// <summary>The site of <see cref="Source"/>.</summary>
    public required string Site { get; init; }

    /// <summary>The id of what is mapped.</summary>
    public required string Source { get; init; }

    /// <summary>The site of <see cref="Target"/>: another one, the same for a test network.</summary>
    public required string TargetSite { get; init; }

    /// <summary>The id of what it is mapped to.</summary>
    public required string Target { get; init; }

    /// <summary>
    /// By which rules a machine gets other addresses in the network that this one leads to, as the caller's JSON object, which
    /// nothing in the world follows; null: nobody said.
    /// </summary>
    public string? AddressRules { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.InventoryMapping, Id);
}

/// <summary>What can be mapped.</summary>
public enum MappingKind
{
    /// <summary>A folder of machines.</summary>
    Folder,

    /// <summary>A network.</summary>
    Network,

    /// <summary>A resource pool.</summary>
    ResourcePool,

    /// <summary>A storage policy.</summary>
    StoragePolicy,

    /// <summary>A network, to the one that tests use instead of it at the same site.</summary>
    TestNetwork,
}
