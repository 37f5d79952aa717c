namespace VasaSim.Vmodl.Sms;

/// <summary>A group that was failed over, test failed over or promoted.</summary>
[DataObject(Since = "6.5")]
public sealed partial class FailoverSuccessResult : GroupOperationResult
{
    /// <summary>A text of <see cref="ReplicationReplicationState"/>.</summary>
    public required string NewState { get; init; }

    /// <summary>Unset if the latest one was used.</summary>
    public PointInTimeReplicaId? PitId { get; init; }

    /// <summary>The replica that the provider made for safety before it failed over.</summary>
    public PointInTimeReplicaId? PitIdBeforeFailover { get; init; }

    public IReadOnlyList<RecoveredDevice>? RecoveredDeviceInfo { get; init; }

    public DateTimeOffset? TimeStamp { get; init; }
}
