using VasaSim.Core.Storage;

namespace VasaSim.Core.Recovery.Model;

/// <summary>A folder of protection groups or of recovery plans. The two roots are no entities: they are always there.</summary>
public sealed record DrFolder : Entity
{
    /// <summary>The root of the folders of groups.</summary>
    public const string GroupRoot = "DrReplicationRootFolder";

    /// <summary>The root of the folders of plans.</summary>
    public const string PlanRoot = "DrRecoveryRootFolder";

    /// <summary>A UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Name, unique within its parent.</summary>
    public required string Name { get; init; }

    /// <summary>The folder or root it is in.</summary>
    public required string Parent { get; init; }

    /// <summary>The root that it is below.</summary>
    public required string Root { get; init; }

    /// <summary>Position in the order of making.</summary>
    public required long Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.DrFolder, Id);

    /// <summary>Whether an id is one of the roots.</summary>
    public static bool IsRoot(string id) => id is GroupRoot or PlanRoot;
}
