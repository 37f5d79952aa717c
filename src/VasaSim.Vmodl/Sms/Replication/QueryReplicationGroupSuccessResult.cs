namespace VasaSim.Vmodl.Sms;

/// <summary>A group that was found.</summary>
[DataObject(Since = "6.5")]
public sealed partial class QueryReplicationGroupSuccessResult : GroupOperationResult
{
    public required GroupInfo RgInfo { get; init; }
}
