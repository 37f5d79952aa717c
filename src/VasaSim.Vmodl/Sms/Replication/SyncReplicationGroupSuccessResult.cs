namespace VasaSim.Vmodl.Sms;

/// <summary>A group that was synchronised.</summary>
[DataObject(Since = "6.5")]
public sealed partial class SyncReplicationGroupSuccessResult : GroupOperationResult
{
    public required DateTimeOffset TimeStamp { get; init; }

    /// <summary>Unset if the provider has no point-in-time replicas.</summary>
    public PointInTimeReplicaId? PitId { get; init; }

    public string? PitName { get; init; }
}
