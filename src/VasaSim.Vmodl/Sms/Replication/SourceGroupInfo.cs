namespace VasaSim.Vmodl.Sms;

/// <summary>A replication group at its source.</summary>
[DataObject(Since = "6.5")]
public sealed partial class SourceGroupInfo : GroupInfo
{
    /// <summary>Not unique; set at the array.</summary>
    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>A text of <see cref="ReplicationReplicationState"/>.</summary>
    public required string State { get; init; }

    public IReadOnlyList<ReplicationTargetInfo>? Replica { get; init; }

    public IReadOnlyList<SourceGroupMemberInfo>? MemberInfo { get; init; }
}
