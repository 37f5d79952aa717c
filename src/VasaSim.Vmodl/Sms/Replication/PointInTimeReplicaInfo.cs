namespace VasaSim.Vmodl.Sms;

/// <summary>A point-in-time replica of a group.</summary>
[DataObject(Since = "6.5")]
public sealed partial class PointInTimeReplicaInfo : DataObject
{
    /// <summary>Unique within its group.</summary>
    public required PointInTimeReplicaId Id { get; init; }

    public required string PitName { get; init; }

    public required DateTimeOffset TimeStamp { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }
}
