using System.Text.Json.Serialization;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>A mapping of folders, resource pools or storage policies.</summary>
internal record InventoryMappingInfo : Resource
{
    public required string Id { get; init; }

    public required string PrimaryObject { get; init; }

    public required string SecondaryObject { get; init; }

    public required string PrimaryObjectName { get; init; }

    public required string SecondaryObjectName { get; init; }

    /// <summary>Whether what it leads to leads back.</summary>
    [JsonConverter(typeof(UpperWordConverter<ReverseMapping>))]
    public required ReverseMapping ReverseMappingType { get; init; }

    /// <summary>Where what it leads to leads, when not back.</summary>
    public required string? ReverseRecoveryObject { get; init; }

    public required string? ReverseRecoveryObjectName { get; init; }
}

/// <summary>A mapping of networks.</summary>
internal sealed record NetworkMapping : InventoryMappingInfo
{
    public required TestNetworkMapping? TestNetworkMapping { get; init; }

    /// <summary>The rules for addresses; left out where there are none, for they are never null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IPMapping? IPMapping { get; init; }
}

/// <summary>A mapping of a network to the one that tests use instead.</summary>
internal sealed record TestNetworkMapping : Resource
{
    public required string TargetNetwork { get; init; }

    public required string TestNetwork { get; init; }

    public required string Id { get; init; }

    public required string? TestNetworkName { get; init; }
}

/// <summary>Names what to map, and to what.</summary>
internal sealed record MappingsSpec(string? MappingSourceObject, string? MappingTargetObject);

/// <summary>Names the network that tests use instead of another.</summary>
internal sealed record TestNetworkMappingsSpec(string? TargetNetwork, string? TestNetwork);

/// <summary>A datastore that placeholders are made on.</summary>
internal sealed record PlaceholderDatastoreInfo : Resource
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The hosts that mount it; null: it is gone.</summary>
    public required IReadOnlyList<PlaceholderDatastoreVisibleTo>? VisibleTo { get; init; }

    public required OverallStatus OverallStatus { get; init; }
}

/// <summary>A host that mounts a datastore.</summary>
internal sealed record PlaceholderDatastoreVisibleTo(string Name, string Status, string Id);

/// <summary>Names datastores that placeholders may be made on.</summary>
internal sealed record AddPlaceholderDatastoreSpec(IReadOnlyList<string>? Datastores);

/// <summary>A datastore that placeholders can be made on.</summary>
/// <param name="DatastoreId">Its id.</param>
/// <param name="PlaceholderDatastore">Whether they are.</param>
internal sealed record SuitableDatastoreInfo(string DatastoreId, bool PlaceholderDatastore);

/// <summary>Names a folder to be made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">The id of the folder to make it in; null: the root.</param>
internal sealed record CreateFolderSpec(string? Name, string? Location);

/// <summary>Gives a folder another name.</summary>
internal sealed record RenameObjectSpec(string? Name);

/// <summary>Puts something into another folder.</summary>
internal sealed record MoveObjectSpec(string? DestinationParent);

/// <summary>A folder of protection groups, or a group in one.</summary>
internal sealed record ProtectionInventoryItem : Resource
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Path { get; init; }

    public required ProtectionItemType Type { get; init; }

    /// <summary>The folder that it is in; null for the root.</summary>
    public required string? Parent { get; init; }
}

/// <summary>A folder of recovery plans, or a plan in one.</summary>
internal sealed record RecoveryInventoryItem : Resource
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Path { get; init; }

    public required RecoveryItemType Type { get; init; }

    /// <summary>The folder that it is in; null for the root.</summary>
    public required string? Parent { get; init; }
}

/// <summary>A piece of the inventory of a vCenter.</summary>
internal sealed record VcenterServerInventoryItem : Resource
{
    public required string Id { get; init; }

    public required string? Name { get; init; }

    public required string Path { get; init; }

    public required string? Parent { get; init; }
}

/// <summary>A datastore of a vCenter.</summary>
internal sealed record VcenterDatastoreItem : Resource
{
    public required string Id { get; init; }

    public required string? Name { get; init; }

    public required string Path { get; init; }

    public required string? Parent { get; init; }

    public required DatastoreCapacityDetails CapacityDetails { get; init; }

    /// <summary>Its kind, as vSphere names it.</summary>
    public required string FileSystemType { get; init; }

    public required DatastoreItemType Type { get; init; }

    public required OverallStatus OverallStatus { get; init; }

    public required string? MaintenanceMode { get; init; }

    public required bool Accessible { get; init; }
}

/// <summary>How large a datastore is, and how much of it is used, in bytes.</summary>
internal sealed record DatastoreCapacityDetails(long TotalCapacity, long UsedSpace);

/// <summary>A storage policy.</summary>
internal sealed record StoragePolicy : Resource
{
    public required string Id { get; init; }

    public required string? Name { get; init; }
}

/// <summary>A machine with a replication of its own.</summary>
internal sealed record VmReplicationInfo : Resource
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required bool Template { get; init; }

    public required bool InsideVapp { get; init; }

    public required VmReplicationStatus ReplicationStatus { get; init; }
}
