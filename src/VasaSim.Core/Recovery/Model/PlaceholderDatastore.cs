using VasaSim.Core.Storage;

namespace VasaSim.Core.Recovery.Model;

/// <summary>A datastore that placeholders of machines protected elsewhere are made on.</summary>
public sealed record PlaceholderDatastore : Entity
{
    /// <summary>The datastore.</summary>
    public required string Datastore { get; init; }

    /// <summary>Its site.</summary>
    public required string Site { get; init; }

    /// <summary>Position in the order of adding.</summary>
    public required long Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.PlaceholderDatastore, Datastore);
}
