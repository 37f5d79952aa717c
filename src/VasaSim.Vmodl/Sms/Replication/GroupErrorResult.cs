using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A group for which the operation failed.</summary>
[DataObject(Since = "6.5")]
public sealed partial class GroupErrorResult : GroupOperationResult
{
    /// <summary>At least one.</summary>
    public required IReadOnlyList<LocalizedMethodFault> Error { get; init; }
}
