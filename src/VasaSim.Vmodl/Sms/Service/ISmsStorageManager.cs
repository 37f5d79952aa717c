using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>Registers storage providers and answers questions about the storage that they report.</summary>
[ManagedObject("SmsStorageManager", Since = "2.0")]
public interface ISmsStorageManager
{
    /// <summary>
    /// Registers a provider and synchronises it. The spec must be a <see cref="VasaProviderSpec"/>; the task's result
    /// is the reference of the new provider.
    /// </summary>
    [Method("RegisterProvider_Task", Since = "2.0", Privilege = Privileges.StorageViewsConfigureService)]
    [Faults(typeof(AlreadyExists), typeof(ProviderRegistrationFault))]
    [TaskResult(typeof(ManagedObjectReference), RefersTo = "SmsProvider")]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference RegisterProvider(SmsProviderSpec providerSpec);

    /// <summary>Unregisters the provider with this <c>uid</c>.</summary>
    [Method("UnregisterProvider_Task", Since = "2.0", Privilege = Privileges.StorageViewsConfigureService)]
    [Faults(typeof(NotFound), typeof(ProviderUnregistrationFault))]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference UnregisterProvider(string providerId);

    /// <summary>Returns all registered providers.</summary>
    [Method("QueryProvider", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(QueryExecutionFault))]
    [return: RefersTo("SmsProvider")]
    IReadOnlyList<ManagedObjectReference>? QueryProvider();

    /// <summary>Returns the arrays of the providers with these uids, of all without any.</summary>
    [Method("QueryArray", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    IReadOnlyList<StorageArray>? QueryArray(IReadOnlyList<string>? providerId);

    /// <summary>Returns the processors of an array.</summary>
    [Method("QueryProcessorAssociatedWithArray", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    IReadOnlyList<StorageProcessor>? QueryProcessorAssociatedWithArray(string arrayId);

    /// <summary>Returns the ports of an array.</summary>
    [Method("QueryPortAssociatedWithArray", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    IReadOnlyList<StoragePort>? QueryPortAssociatedWithArray(string arrayId);

    /// <summary>Returns the port that offers a LUN, named by its uuid.</summary>
    [Method("QueryPortAssociatedWithLun", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    StoragePort? QueryPortAssociatedWithLun(string scsi3Id, string arrayId);

    /// <summary>Returns the LUNs that a port offers.</summary>
    [Method("QueryLunAssociatedWithPort", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    IReadOnlyList<StorageLun>? QueryLunAssociatedWithPort(string portId, string arrayId);

    /// <summary>Returns the array of a LUN, named as hosts name it.</summary>
    [Method("QueryArrayAssociatedWithLun", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    StorageArray? QueryArrayAssociatedWithLun(string canonicalName);

    /// <summary>Returns the ports of a processor.</summary>
    [Method("QueryPortAssociatedWithProcessor", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    IReadOnlyList<StoragePort>? QueryPortAssociatedWithProcessor(string processorId, string arrayId);

    /// <summary>Returns the LUNs of an array.</summary>
    [Method("QueryLunAssociatedWithArray", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    IReadOnlyList<StorageLun>? QueryLunAssociatedWithArray(string arrayId);

    /// <summary>Returns the file systems of an array.</summary>
    [Method("QueryFileSystemAssociatedWithArray", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    IReadOnlyList<StorageFileSystem>? QueryFileSystemAssociatedWithArray(string arrayId);

    /// <summary>
    /// Returns the capability of a datastore; its description is empty when the datastore spans unlike LUNs.
    /// </summary>
    [Method("QueryDatastoreCapability", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    StorageCapability? QueryDatastoreCapability([RefersTo("Datastore")] ManagedObjectReference datastore);

    /// <summary>Returns the hosts that share a LUN.</summary>
    [Method("QueryHostAssociatedWithLun", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    [return: RefersTo("HostSystem")]
    IReadOnlyList<ManagedObjectReference>? QueryHostAssociatedWithLun(string scsi3Id, string arrayId);

    /// <summary>Returns the datastore on a LUN, if there is one.</summary>
    [Method("QueryVmfsDatastoreAssociatedWithLun", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    [return: RefersTo("Datastore")]
    ManagedObjectReference? QueryVmfsDatastoreAssociatedWithLun(string scsi3Id, string arrayId);

    /// <summary>Returns the datastore on a file system, if there is one.</summary>
    [Method("QueryNfsDatastoreAssociatedWithFileSystem", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    [return: RefersTo("Datastore")]
    ManagedObjectReference? QueryNfsDatastoreAssociatedWithFileSystem(string fileSystemId, string arrayId);

    /// <summary>Tells whether a move between two datastores is good for performance. Deprecated since 3.0.</summary>
    [Method("QueryDrsMigrationCapabilityForPerformance", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    bool QueryDrsMigrationCapabilityForPerformance(
        [RefersTo("Datastore")] ManagedObjectReference srcDatastore,
        [RefersTo("Datastore")] ManagedObjectReference dstDatastore);

    /// <summary>Judges moves between all pairs of datastores. Deprecated since 5.0.</summary>
    [Method("QueryDrsMigrationCapabilityForPerformanceEx", Since = "3.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    DrsMigrationCapabilityResult QueryDrsMigrationCapabilityForPerformanceEx(
        [RefersTo("Datastore")] IReadOnlyList<ManagedObjectReference> datastore);

    /// <summary>Returns storage containers, all of them without a spec.</summary>
    [Method("QueryStorageContainer", Since = "5.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    StorageContainerResult? QueryStorageContainer(StorageContainerSpec? containerSpec);

    /// <summary>
    /// Returns the pools behind an entity of type <c>StorageLun</c> or <c>StorageFileSystem</c>; all pools of the
    /// type without an id, all pools without either.
    /// </summary>
    [Method("QueryAssociatedBackingStoragePool", Since = "5.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    IReadOnlyList<BackingStoragePool>? QueryAssociatedBackingStoragePool(string? entityId, string? entityType);

    /// <summary>Returns the pools behind datastores.</summary>
    [Method("QueryDatastoreBackingPoolMapping", Since = "5.0", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    IReadOnlyList<DatastoreBackingPoolMapping> QueryDatastoreBackingPoolMapping(
        [RefersTo("Datastore")] IReadOnlyList<ManagedObjectReference> datastore);

    /// <summary>Sends roots and revocation lists to the named providers, or to all.</summary>
    [Method("SmsRefreshCACertificatesAndCRLs_Task", Since = "5.0", Privilege = Privileges.StorageViewsConfigureService)]
    [Faults(typeof(NotFound), typeof(CertificateRefreshFailed))]
    [return: RefersTo("SmsTask")]
    ManagedObjectReference SmsRefreshCACertificatesAndCRLs(IReadOnlyList<string>? providerId);

    /// <summary>Returns the fault domains of a provider; without a filter those of all.</summary>
    [Method("QueryFaultDomain", Since = "6.5", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(NotFound), typeof(QueryExecutionFault))]
    IReadOnlyList<FaultDomainId>? QueryFaultDomain(FaultDomainFilter? filter);

    /// <summary>
    /// Looks groups up across providers: one result per entry, with problems of a provider as errors of the entry.
    /// </summary>
    [Method("QueryReplicationGroupInfo", Since = "6.5", Privilege = Privileges.StorageViewsView)]
    [Faults(typeof(QueryExecutionFault))]
    IReadOnlyList<GroupOperationResult>? QueryReplicationGroupInfo(ReplicationGroupFilter rgFilter);
}
