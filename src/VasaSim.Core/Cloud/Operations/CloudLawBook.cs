using VasaSim.Core.Cloud.Operations.Laws;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>Which law governs which operation; a start has none, since there is no replication yet (<see cref="ReplicationStart"/>).</summary>
internal static class CloudLawBook
{
    private static readonly ReconfigureLaw _reconfigure = new();
    private static readonly StopLaw _stop = new();
    private static readonly SyncLaw _sync = new();
    private static readonly PauseLaw _pause = new();
    private static readonly ResumeLaw _resume = new();
    private static readonly FailoverLaw _failover = new();
    private static readonly TestLaw _test = new();
    private static readonly CleanupLaw _cleanup = new();
    private static readonly MigrateLaw _migrate = new();
    private static readonly ReverseLaw _reverse = new();
    private static readonly StorageProfileLaw _storageProfile = new();

    public static CloudLaw Of(CloudOperation operation) => operation switch
    {
        CloudOperation.Reconfigure => _reconfigure,
        CloudOperation.Stop => _stop,
        CloudOperation.Sync => _sync,
        CloudOperation.Pause => _pause,
        CloudOperation.Resume => _resume,
        CloudOperation.Failover => _failover,
        CloudOperation.FailoverTest => _test,
        CloudOperation.FailoverTestCleanup => _cleanup,
        CloudOperation.Migrate => _migrate,
        CloudOperation.Reverse => _reverse,
        CloudOperation.ChangeStorageProfile => _storageProfile,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
