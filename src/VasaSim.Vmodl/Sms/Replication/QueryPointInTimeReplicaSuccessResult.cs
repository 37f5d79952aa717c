namespace VasaSim.Vmodl.Sms;

/// <summary>The point-in-time replicas of a group.</summary>
[DataObject(Since = "6.5")]
public sealed partial class QueryPointInTimeReplicaSuccessResult : GroupOperationResult
{
    public IReadOnlyList<PointInTimeReplicaInfo>? ReplicaInfo { get; init; }
}
