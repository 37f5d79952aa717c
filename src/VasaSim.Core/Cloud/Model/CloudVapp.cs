using VasaSim.Core.Storage;

namespace VasaSim.Core.Cloud.Model;

/// <summary>A vApp of a cloud: machines that belong together. It may be empty.</summary>
public sealed record CloudVapp : Entity
{
    /// <summary>UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Description for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>The virtual data center it is in.</summary>
    public required string Vdc { get; init; }

    /// <summary>Position in the inventory, for a stable order.</summary>
    public required long Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.CloudVapp, Id);
}
