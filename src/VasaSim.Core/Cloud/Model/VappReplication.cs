using VasaSim.Core.Storage;

namespace VasaSim.Core.Cloud.Model;

/// <summary>The replications of machines that belong together. Without any machine left it goes too.</summary>
public sealed record VappReplication : Entity
{
    /// <summary><c>C4VAPP-</c> and a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Position in the order of starting.</summary>
    public required long Ordinal { get; init; }

    /// <summary>Who it belongs to, as <c>org@site</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>The name of the vApp.</summary>
    public required string Name { get; init; }

    /// <summary>Description for people.</summary>
    public string? Description { get; init; }

    /// <summary>Where it comes from.</summary>
    public required ReplicationEnd Source { get; init; }

    /// <summary>Where it goes to.</summary>
    public required ReplicationEnd Destination { get; init; }

    /// <summary>Whether it was started to move the vApp, not to protect it.</summary>
    public bool IsMigration { get; init; }

    /// <summary>When somebody last did something to it.</summary>
    public required DateTimeOffset LastUpdated { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.VappReplication, Id);
}
