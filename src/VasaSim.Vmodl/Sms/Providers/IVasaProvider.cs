using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A registered VASA provider: synchronisation, certificates, replication and alarms.</summary>
[ManagedObject("VasaProvider", Since = "2.0")]
public interface IVasaProvider : ISmsProvider
{
    /// <summary>Synchronises the provider, or one of its arrays.</summary>
    [Method("VasaProviderSync_Task", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(ProviderSyncFailed))]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference VasaProviderSync(string? arrayId);

    /// <summary>Gives the provider a new certificate.</summary>
    [Method("VasaProviderRefreshCertificate_Task", Since = "5.0", Privilege = Privileges.StorageViewsConfigureService)]
    [Faults(typeof(CertificateRefreshFailed))]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference VasaProviderRefreshCertificate();

    /// <summary>Revokes the provider's certificate, which also unregisters it.</summary>
    [Method("VasaProviderRevokeCertificate_Task", Since = "5.0", Privilege = Privileges.StorageViewsConfigureService)]
    [Faults(typeof(CertificateRevocationFailed))]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference VasaProviderRevokeCertificate();

    /// <summary>Connects again to a provider that is disconnected.</summary>
    [Method("VasaProviderReconnect_Task", Since = "5.0", Privilege = Privileges.StorageViewsConfigureService)]
    [Faults(typeof(InvalidCertificate), typeof(ProviderConnectionFailed))]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference VasaProviderReconnect();

    /// <summary>Returns the targets of source fault domains; of all that the provider has without input.</summary>
    [Method("QueryReplicationPeer", Since = "6.5", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(ProviderUnavailable), typeof(InactiveProvider), typeof(ProviderBusy), typeof(QueryExecutionFault))]
    IReadOnlyList<QueryReplicationPeerResult>? QueryReplicationPeer(IReadOnlyList<FaultDomainId>? faultDomainId);

    /// <summary>Returns groups by id, one result per entry; all that the provider has without input.</summary>
    [Method("QueryReplicationGroup", Since = "6.5", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(ProviderUnavailable), typeof(InactiveProvider), typeof(ProviderBusy), typeof(QueryExecutionFault))]
    IReadOnlyList<GroupOperationResult>? QueryReplicationGroup(IReadOnlyList<ReplicationGroupId>? groupId);

    /// <summary>Returns point-in-time replicas of groups; asked at the target.</summary>
    [Method("QueryPointInTimeReplica", Since = "6.5", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(ProviderUnavailable), typeof(InactiveProvider), typeof(ProviderBusy), typeof(QueryExecutionFault))]
    IReadOnlyList<GroupOperationResult>? QueryPointInTimeReplica(
        IReadOnlyList<ReplicationGroupId>? groupId,
        QueryPointInTimeReplicaParam? queryParam);

    /// <summary>Starts a test of a failover; asked at the target.</summary>
    [Method("TestFailoverReplicationGroupStart_Task", Since = "6.5", Privilege = Privileges.StorageViewsConfigureService)]
    [Faults(
        typeof(ProviderUnavailable), typeof(ProviderOutOfResource), typeof(InactiveProvider), typeof(TooMany),
        typeof(ProviderBusy), typeof(SmsReplicationFault))]
    // The type library says "nothing", but what clients read is a result per group.
    [TaskResult(typeof(GroupOperationResult[]))]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference TestFailoverReplicationGroupStart(TestFailoverParam testFailoverParam);

    /// <summary>Ends a test of a failover; asked at the target.</summary>
    [Method("TestFailoverReplicationGroupStop_Task", Since = "6.5", Privilege = Privileges.StorageViewsConfigureService)]
    [Faults(
        typeof(ProviderUnavailable), typeof(ProviderOutOfResource), typeof(InactiveProvider), typeof(TooMany),
        typeof(ProviderBusy), typeof(SmsReplicationFault), typeof(NotSupportedByProvider))]
    // The type library says "nothing", but what clients read is a result per group.
    [TaskResult(typeof(GroupOperationResult[]))]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference TestFailoverReplicationGroupStop(IReadOnlyList<ReplicationGroupId>? groupId, bool force);

    /// <summary>Turns a running test into a failover; asked at the target.</summary>
    [Method("PromoteReplicationGroup_Task", Since = "6.5", Privilege = Privileges.StorageViewsConfigureService)]
    [Faults(
        typeof(ProviderUnavailable), typeof(ProviderOutOfResource), typeof(InactiveProvider), typeof(TooMany),
        typeof(ProviderBusy), typeof(SmsReplicationFault))]
    [TaskResult(typeof(GroupOperationResult[]))]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference? PromoteReplicationGroup(PromoteParam promoteParam);

    /// <summary>Synchronises groups and names the point in time; asked at the target.</summary>
    [Method("SyncReplicationGroup_Task", Since = "6.5", Privilege = Privileges.StorageViewsConfigureService)]
    [Faults(
        typeof(ProviderUnavailable), typeof(ProviderOutOfResource), typeof(InactiveProvider), typeof(ProviderBusy),
        typeof(SmsReplicationFault), typeof(TooMany))]
    [TaskResult(typeof(GroupOperationResult[]))]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference? SyncReplicationGroup(IReadOnlyList<ReplicationGroupId>? groupId, string pitName);

    /// <summary>Prepares groups for a failover; the one replication task that is asked at the source.</summary>
    [Method("PrepareFailoverReplicationGroup_Task", Since = "6.5", Privilege = Privileges.StorageViewsConfigureService)]
    [Faults(
        typeof(ProviderUnavailable), typeof(ProviderOutOfResource), typeof(InactiveProvider), typeof(TooMany),
        typeof(ProviderBusy), typeof(SmsReplicationFault))]
    [TaskResult(typeof(GroupOperationResult[]))]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference? PrepareFailoverReplicationGroup(IReadOnlyList<ReplicationGroupId>? groupId);

    /// <summary>Fails groups over; asked at the target.</summary>
    [Method("FailoverReplicationGroup_Task", Since = "6.5", Privilege = Privileges.StorageViewsConfigureService)]
    [Faults(
        typeof(ProviderUnavailable), typeof(ProviderOutOfResource), typeof(InactiveProvider), typeof(TooMany),
        typeof(ProviderBusy), typeof(SmsReplicationFault))]
    [TaskResult(typeof(GroupOperationResult[]))]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference? FailoverReplicationGroup(FailoverParam failoverParam);

    /// <summary>Reverses the direction of groups after a failover.</summary>
    [Method("ReverseReplicateGroup_Task", Since = "6.5", Privilege = Privileges.StorageViewsConfigureService)]
    [Faults(
        typeof(ProviderUnavailable), typeof(ProviderOutOfResource), typeof(InactiveProvider), typeof(TooMany),
        typeof(ProviderBusy), typeof(SmsReplicationFault))]
    [TaskResult(typeof(GroupOperationResult[]))]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference? ReverseReplicateGroup(IReadOnlyList<ReplicationGroupId>? groupId);

    /// <summary>Returns one page of the alarms that are red or yellow.</summary>
    [Method("QueryActiveAlarm", Since = "6.5", Privilege = Privileges.StorageViewsView)]
    [Faults(
        typeof(NotFound), typeof(ProviderBusy), typeof(InactiveProvider), typeof(ProviderUnavailable),
        typeof(QueryExecutionFault))]
    AlarmResult? QueryActiveAlarm(AlarmFilter? alarmFilter);
}
