using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>A point-in-time replica that a call made. Those of a schedule are computed, not kept.</summary>
public sealed record PointInTimeReplica : Entity
{
    /// <summary>The target group it belongs to.</summary>
    public required GroupId Group { get; init; }

    /// <summary>Id, unique within the group, never reused.</summary>
    public required string Id { get; init; }

    /// <summary>Name; need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>The moment whose data it holds.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Tags, such as <c>prepare</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Position in the order in which replicas were made.</summary>
    public required long Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => KeyOf(Group, Id);

    /// <summary>The key of a replica.</summary>
    public static EntityKey KeyOf(GroupId group, string id) => new(EntityKind.PointInTimeReplica, $"{group}#{id}");
}
