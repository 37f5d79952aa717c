using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The source of a target group.</summary>
[DataObject(Since = "6.5")]
public sealed partial class TargetToSourceInfo : DataObject
{
    public required ReplicationGroupId SourceGroupId { get; init; }

    /// <summary>A text of the provider about mode and recovery point objective.</summary>
    public string? ReplicationAgreementDescription { get; init; }
}
