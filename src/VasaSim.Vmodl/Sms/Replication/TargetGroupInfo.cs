namespace VasaSim.Vmodl.Sms;

/// <summary>A replication group at its target.</summary>
[DataObject(Since = "6.5")]
public sealed partial class TargetGroupInfo : GroupInfo
{
    public required TargetToSourceInfo SourceInfo { get; init; }

    /// <summary>A text of <see cref="ReplicationReplicationState"/>.</summary>
    public required string State { get; init; }

    /// <summary>Recovered members in test and after a failover, plain ones before.</summary>
    public IReadOnlyList<TargetGroupMemberInfo>? Devices { get; init; }

    /// <summary>Unset means false.</summary>
    public bool? IsPromoteCapable { get; init; }

    [Property(Since = "8.0.2.0")]
    public string? Name { get; init; }
}
