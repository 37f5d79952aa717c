using System.Text.Json.Serialization;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>A protection group.</summary>
internal sealed record ProtectionGroupInfo : Resource
{
    public required string Id { get; init; }

    public required string ProtectedSiteName { get; init; }

    public required string RecoverySiteName { get; init; }

    public required string ProtectedVcGuid { get; init; }

    public required string RecoveryVcGuid { get; init; }

    public required string Name { get; init; }

    public required string? Description { get; init; }

    /// <summary>The id of the folder that it is in.</summary>
    public required string Location { get; init; }

    public required string LocationName { get; init; }

    public required int TotalVms { get; init; }

    [JsonConverter(typeof(UpperWordConverter<ReplicationKind>))]
    public required ReplicationKind ReplicationType { get; init; }

    [JsonConverter(typeof(UpperWordConverter<RecoveryStatus>))]
    public required RecoveryStatus RecoveryStatus { get; init; }

    [JsonConverter(typeof(UpperWordConverter<GroupStatus>))]
    public required GroupStatus Status { get; init; }

    /// <summary>The arrays that replicate it; null where others do.</summary>
    public required string? ArrayPair { get; init; }

    /// <summary>The fault domain that replicates it; null where others do.</summary>
    public required string? DomainId { get; init; }
}

/// <summary>What a protection group to be made is.</summary>
internal sealed record ProtectionGroupCreateSpec : IMembersSpec
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public AbrProtectionGroupSpec? AbrSpec { get; init; }

    public HbrProtectionGroupSpec? HbrSpec { get; init; }

    public VvolProtectionGroupSpec? VvolSpec { get; init; }

    /// <summary>The id of the folder; null: the root.</summary>
    public string? Location { get; init; }

    [JsonConverter(typeof(UpperWordConverter<ReplicationKind>))]
    public ReplicationKind? ReplicationType { get; init; }

    public string? ProtectedVcGuid { get; init; }
}

/// <summary>What a protection group is to become.</summary>
internal sealed record ProtectionGroupEditSpec : IMembersSpec
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public AbrProtectionGroupSpec? AbrSpec { get; init; }

    public HbrProtectionGroupSpec? HbrSpec { get; init; }

    public VvolProtectionGroupSpec? VvolSpec { get; init; }
}

/// <summary>Says what a protection group is about, in one of three ways.</summary>
internal interface IMembersSpec
{
    /// <summary>The name of the group.</summary>
    string? Name { get; }

    /// <summary>The description of the group.</summary>
    string? Description { get; }

    /// <summary>Datastores.</summary>
    AbrProtectionGroupSpec? AbrSpec { get; }

    /// <summary>Machines.</summary>
    HbrProtectionGroupSpec? HbrSpec { get; }

    /// <summary>Replication groups.</summary>
    VvolProtectionGroupSpec? VvolSpec { get; }
}

/// <summary>The datastores of a group.</summary>
internal sealed record AbrProtectionGroupSpec(string? ReplicatedArrayPair, IReadOnlyList<string>? Datastores);

/// <summary>The machines of a group.</summary>
internal sealed record HbrProtectionGroupSpec(IReadOnlyList<string>? Vms);

/// <summary>The replication groups of a group.</summary>
internal sealed record VvolProtectionGroupSpec(IReadOnlyList<VvolReplicationGroupData>? ReplicationGroups);

/// <summary>The tasks that make placeholders anew.</summary>
internal sealed record RecreateAllPlaceholderVmsResponse : Resource
{
    /// <summary>Why others could not be started.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    public required IReadOnlyList<TaskInfo> Tasks { get; init; }
}
