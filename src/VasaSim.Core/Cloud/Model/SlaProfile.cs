using VasaSim.Core.Storage;

namespace VasaSim.Core.Cloud.Model;

/// <summary>Settings under a name, which replications use instead of their own.</summary>
public sealed record SlaProfile : Entity
{
    /// <summary>UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people, such as <c>Gold</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The settings; the description and the time of the initial sync are never among them.</summary>
    public required ReplicationSettings Settings { get; init; }

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.SlaProfile, Id);
}
