namespace VasaSim.Vmodl.Sms;

/// <summary>What to fail over, and how.</summary>
[DataObject(Since = "6.5")]
public partial class FailoverParam : DataObject
{
    /// <summary>Whether the source takes part; an unplanned failover must not contact it.</summary>
    public required bool IsPlanned { get; init; }

    /// <summary>Only look whether it would work.</summary>
    public required bool CheckOnly { get; init; }

    public IReadOnlyList<ReplicationGroupData>? ReplicationGroupsToFailover { get; init; }

    public IReadOnlyList<PolicyAssociation>? PolicyAssociations { get; init; }
}
