namespace VasaSim.Vmodl.Sms;

/// <summary>How many point-in-time replicas a group has per interval, when there are too many to list.</summary>
[DataObject(Since = "6.5")]
public sealed partial class QueryPointInTimeReplicaSummaryResult : GroupOperationResult
{
    /// <summary>In no particular order.</summary>
    public IReadOnlyList<ReplicaIntervalQueryResult>? IntervalResults { get; init; }
}
