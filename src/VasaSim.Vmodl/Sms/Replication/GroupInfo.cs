using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>What is known about a replication group; always a source or a target group.</summary>
[DataObject(Since = "6.5")]
public partial class GroupInfo : DataObject
{
    public required ReplicationGroupId GroupId { get; init; }
}
