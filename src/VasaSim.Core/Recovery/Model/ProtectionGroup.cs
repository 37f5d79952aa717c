using VasaSim.Core.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Recovery.Model;

/// <summary>
/// Machines that are recovered together. It names what replicates them; who they are, and how it is with them, follows from
/// that and is never kept here.
/// </summary>
public sealed record ProtectionGroup : Entity
{
    /// <summary>A UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Position in the order of making.</summary>
    public required long Ordinal { get; init; }

    /// <summary>Name, unique among groups.</summary>
    public required string Name { get; init; }

    /// <summary>Description for people.</summary>
    public string? Description { get; init; }

    /// <summary>The folder it is in.</summary>
    public string Folder { get; init; } = DrFolder.GroupRoot;

    /// <summary>The site whose machines are protected.</summary>
    public required string ProtectedSite { get; init; }

    /// <summary>The site where they are recovered.</summary>
    public required string RecoverySite { get; init; }

    /// <summary>What replicates them.</summary>
    public required GroupMembers Members { get; init; }

    /// <summary>When what it shows is there; before that it is being read.</summary>
    public DateTimeOffset LoadedAt { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.ProtectionGroup, Id);
}

/// <summary>How the machines of a group are replicated.</summary>
public enum ReplicationKind
{
    /// <summary>By replication groups of virtual volumes.</summary>
    Vvol,

    /// <summary>Each by a replication of its own, as of a vCenter alone to another site.</summary>
    Hbr,

    /// <summary>By the LUNs of their datastores.</summary>
    Abr,
}

/// <summary>What a group is about. Of the three lists only that of its kind has something in it.</summary>
public sealed record GroupMembers
{
    /// <summary>How its machines are replicated.</summary>
    public required ReplicationKind Kind { get; init; }

    /// <summary>The replication groups at the protected site.</summary>
    public IReadOnlyList<GroupId> Groups { get; init; } = [];

    /// <summary>The machines, by id.</summary>
    public IReadOnlyList<string> Machines { get; init; } = [];

    /// <summary>The datastores.</summary>
    public IReadOnlyList<string> Datastores { get; init; } = [];
}
