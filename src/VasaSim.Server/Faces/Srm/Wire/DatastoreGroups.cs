using System.Text.Json.Serialization;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>Datastores that arrays replicate, and that can only be protected together.</summary>
internal sealed record DatastoreGroupInfo : Resource
{
    public required string Id { get; init; }

    public required string? ArrayPair { get; init; }

    public required IReadOnlyList<DatastoreGroupDatastoreDetails>? Datastores { get; init; }

    /// <summary>The machines on them; null: nobody asked.</summary>
    public required IReadOnlyList<DatastoreGroupVmInfo>? VmInfos { get; init; }

    public required DatastoreGroupStatus Status { get; init; }

    /// <summary>The ids of the groups that protect them.</summary>
    public required IReadOnlyList<string>? ProtectionGroups { get; init; }
}

/// <summary>A datastore of those.</summary>
internal sealed record DatastoreGroupDatastoreDetails(string Id, string? Name, DatastoreIssue IssueType, DatastoreCapacityDetails CapacityDetails);

/// <summary>A machine on datastores.</summary>
internal sealed record DatastoreGroupVmInfo(string Id, string Name, bool Template, bool InsideVapp, IReadOnlyList<string>? Datastores, VmProtectionWord ProtectionStatus);

/// <summary>Names datastores to be protected.</summary>
internal sealed record AddDatastoreGroupSpec(IReadOnlyList<string>? Datastores);

/// <summary>Whether all of a datastore group is protected.</summary>
[JsonConverter(typeof(UpperWordConverter<DatastoreGroupStatus>))]
internal enum DatastoreGroupStatus
{
    Unassigned,
    Complete,
    Incomplete,
    Split,
}

/// <summary>What is wrong with a datastore.</summary>
[JsonConverter(typeof(UpperWordConverter<DatastoreIssue>))]
internal enum DatastoreIssue
{
    None,
    MissingProtection,
    Conflict,
    NotReplicated,
}

/// <summary>Whether a machine is protected.</summary>
[JsonConverter(typeof(UpperWordConverter<VmProtectionWord>))]
internal enum VmProtectionWord
{
    Protected,
    NotProtected,
    NotReplicated,
}
