namespace VasaSim.Vmodl.Sms;

/// <summary>Which point-in-time replicas to return.</summary>
[DataObject(Since = "6.5")]
public sealed partial class QueryPointInTimeReplicaParam : DataObject
{
    public ReplicaQueryIntervalParam? ReplicaTimeQueryParam { get; init; }

    public string? PitName { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Ask for replicas rather than for a summary.</summary>
    [Property(Since = "7.0.0.1")]
    public bool? PreferDetails { get; init; }
}
