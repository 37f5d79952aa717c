using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>One target of a source group.</summary>
[DataObject(Since = "6.5")]
public sealed partial class ReplicationTargetInfo : DataObject
{
    public required ReplicationGroupId TargetGroupId { get; init; }

    /// <summary>A text of the provider about mode and recovery point objective.</summary>
    public string? ReplicationAgreementDescription { get; init; }
}
