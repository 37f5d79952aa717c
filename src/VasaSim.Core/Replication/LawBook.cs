using VasaSim.Core.Replication.Laws;

namespace VasaSim.Core.Replication;

/// <summary>Which law governs which operation.</summary>
internal static class LawBook
{
    private static readonly SyncLaw _sync = new();
    private static readonly TestStartLaw _testStart = new();
    private static readonly TestStopLaw _testStop = new();
    private static readonly PromoteLaw _promote = new();
    private static readonly PrepareFailoverLaw _prepare = new();
    private static readonly FailoverLaw _failover = new();
    private static readonly ReverseLaw _reverse = new();

    public static ReplicationLaw Of(ReplicationOperation operation) => operation switch
    {
        ReplicationOperation.Sync => _sync,
        ReplicationOperation.TestStart => _testStart,
        ReplicationOperation.TestStop => _testStop,
        ReplicationOperation.Promote => _promote,
        ReplicationOperation.PrepareFailover => _prepare,
        ReplicationOperation.Failover => _failover,
        ReplicationOperation.Reverse => _reverse,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
