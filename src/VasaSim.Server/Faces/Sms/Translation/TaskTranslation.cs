using VasaSim.Core.Providers;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;

namespace VasaSim.Server.Faces.Sms.Translation;

/// <summary>Says in the service's words what tasks do and how they stand.</summary>
internal static class TaskTranslation
{
    /// <summary>The state on the wire.</summary>
    public static string ToWire(this ServiceTaskState state) => state switch
    {
        ServiceTaskState.Queued => "queued",
        ServiceTaskState.Running => "running",
        ServiceTaskState.Success => "success",
        ServiceTaskState.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The wire name of the method that starts such a task.</summary>
    public static string ToMethod(this ServiceTask task) => task switch
    {
        ReplicationTask replication => replication.Operation switch
        {
            ReplicationOperation.Sync => "SyncReplicationGroup_Task",
            ReplicationOperation.TestStart => "TestFailoverReplicationGroupStart_Task",
            ReplicationOperation.TestStop => "TestFailoverReplicationGroupStop_Task",
            ReplicationOperation.Promote => "PromoteReplicationGroup_Task",
            ReplicationOperation.PrepareFailover => "PrepareFailoverReplicationGroup_Task",
            ReplicationOperation.Failover => "FailoverReplicationGroup_Task",
            ReplicationOperation.Reverse => "ReverseReplicateGroup_Task",
            _ => throw new ArgumentOutOfRangeException(nameof(task)),
        },
        ProviderTask provider => provider.Operation switch
        {
            ProviderOperation.Register => "RegisterProvider_Task",
            ProviderOperation.Unregister => "UnregisterProvider_Task",
            ProviderOperation.Sync => "VasaProviderSync_Task",
            ProviderOperation.Reconnect => "VasaProviderReconnect_Task",
            ProviderOperation.RefreshCertificate => "VasaProviderRefreshCertificate_Task",
            ProviderOperation.RevokeCertificate => "VasaProviderRevokeCertificate_Task",
            ProviderOperation.RefreshTrust => "SmsRefreshCACertificatesAndCRLs_Task",
            _ => throw new ArgumentOutOfRangeException(nameof(task)),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(task)),
    };
}
