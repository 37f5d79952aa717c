namespace VasaSim.Vmodl.Sms;

/// <summary>The identity of a point-in-time replica, unique within its group.</summary>
[DataObject(Since = "6.5")]
public sealed partial class PointInTimeReplicaId : DataObject
{
    public required string Id { get; init; }
}
