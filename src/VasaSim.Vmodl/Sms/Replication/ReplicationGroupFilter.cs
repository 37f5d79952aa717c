using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>Which groups to look up across providers.</summary>
[DataObject(Since = "6.5")]
public sealed partial class ReplicationGroupFilter : DataObject
{
    /// <summary>Optional by type, but a call without any group is an invalid argument.</summary>
    public IReadOnlyList<ReplicationGroupId>? GroupId { get; init; }
}
