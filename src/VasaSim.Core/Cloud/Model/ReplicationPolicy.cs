using VasaSim.Core.Storage;

namespace VasaSim.Core.Cloud.Model;

/// <summary>What organizations may do at a site. Each organization has one, the first of the lab unless it says another.</summary>
public sealed record ReplicationPolicy : Entity
{
    /// <summary>UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The shortest RPO that may be asked for, in minutes.</summary>
    public int MinRpo { get; init; } = 5;

    /// <summary>How many instances a replication may keep.</summary>
    public int MaxInstances { get; init; } = 24;

    /// <summary>How many replications may come to an organization; null: any number.</summary>
    public int? MaxIncoming { get; init; }

    /// <summary>Whether replications may come to an organization.</summary>
    public bool AllowIncoming { get; init; } = true;

    /// <summary>Whether an organization's machines may be replicated to elsewhere.</summary>
    public bool AllowOutgoing { get; init; } = true;

    /// <summary>The organizations it is for, as <c>org@site</c>.</summary>
    public IReadOnlyList<string> Orgs { get; init; } = [];

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.ReplicationPolicy, Id);
}
