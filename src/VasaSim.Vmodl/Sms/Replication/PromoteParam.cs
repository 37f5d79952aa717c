using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>Which groups under test to promote to failed over, and how.</summary>
[DataObject(Since = "6.5")]
public sealed partial class PromoteParam : DataObject
{
    /// <summary>If false the provider must not contact the source.</summary>
    public required bool IsPlanned { get; init; }

    public IReadOnlyList<ReplicationGroupId>? ReplicationGroupsToPromote { get; init; }
}
