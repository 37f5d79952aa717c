namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>A fault domain.</summary>
internal sealed record VvolFaultDomainInfo : Resource
{
    public required string Id { get; init; }

    public required IReadOnlyList<string>? Warnings { get; init; }

    public required IReadOnlyList<string>? Errors { get; init; }

    public required string Name { get; init; }

    public required string? Description { get; init; }
}

/// <summary>A replication group.</summary>
internal sealed record VvolReplicationGroupInfo : Resource
{
    public required string Id { get; init; }

    public required IReadOnlyList<string>? Warnings { get; init; }

    public required IReadOnlyList<string>? Errors { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<VvolReplicationGroupVmInfo>? VmInfos { get; init; }

    public required VvolReplicationGroupData ReplicationGroupInfo { get; init; }
}

/// <summary>A machine of a replication group.</summary>
internal sealed record VvolReplicationGroupVmInfo
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required bool Template { get; init; }

    public required bool InsideVapp { get; init; }

    public required IReadOnlyList<string>? Warnings { get; init; }

    public required IReadOnlyList<string>? Errors { get; init; }

    /// <summary>All groups of the site that it is in.</summary>
    public required IReadOnlyList<VvolReplicationGroupData>? VvolReplicationGroups { get; init; }
}

/// <summary>Names a replication group as the Storage Monitoring Service does.</summary>
internal sealed record VvolReplicationGroupData(string FaultDomainId, string DeviceGroupId);
