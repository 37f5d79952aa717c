using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>What an operation did to one group. An instance of this very type means success without details.</summary>
[DataObject(Since = "6.5")]
public partial class GroupOperationResult : DataObject
{
    public required ReplicationGroupId GroupId { get; init; }

    public IReadOnlyList<LocalizedMethodFault>? Warning { get; init; }
}
