using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A group to fail over, and from which point in time.</summary>
[DataObject(Since = "6.5")]
public sealed partial class ReplicationGroupData : DataObject
{
    public required ReplicationGroupId GroupId { get; init; }

    /// <summary>Unset means the latest.</summary>
    public PointInTimeReplicaId? PitId { get; init; }
}
