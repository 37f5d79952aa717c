namespace VasaSim.Server.Faces.Srm.Operations;

/// <summary>Replication of arrays by storage adapters.</summary>
internal static class ArrayRows
{
    private const string Arrays = "/pairings/{pairing_id}/srms/{srm_id}/replication-management/abr";

    /// <summary>The rows.</summary>
    public static IEnumerable<SrmOperation> All() =>
    [
        SrmRow.List("getArrayManagers", Arrays + "/array-managers", Contract.AddressedUnlessDown).SinceV2(),
        SrmRow.Begin("createArrayManager", "POST", Arrays + "/array-managers", Contract.AddressedUnlessDown).SinceV2(),
        SrmRow.Ask("getArrayManager", Arrays + "/array-managers/{array_manager_id}", Contract.AddressedUnlessDown).SinceV2(),
        SrmRow.Begin("deleteArrayManager", "DELETE", Arrays + "/array-managers/{array_manager_id}", Contract.AddressedUnlessDown).SinceV2(),
        SrmRow.Begin("discoverReplicatedArrayPairs", "POST", Arrays + "/array-managers/{array_manager_id}/actions/discover-array-pairs", Contract.AddressedUnlessDown).SinceV2(),
        SrmRow.List("getReplicatedArrayPairs", Arrays + "/array-pairs", Contract.Addressed),
        SrmRow.Begin("createReplicatedArrayPair", "POST", Arrays + "/array-pairs", Contract.AddressedUnlessDown).SinceV2(),
        SrmRow.Ask("getReplicatedArrayPair", Arrays + "/array-pairs/{array_pair_id}", Contract.Addressed),
        SrmRow.Begin("deleteReplicatedArrayPair", "DELETE", Arrays + "/array-pairs/{array_pair_id}", Contract.AddressedUnlessDown).SinceV2(),
        SrmRow.Begin("discoverStorageDevices", "POST", Arrays + "/array-pairs/{array_pair_id}/actions/discover-storage-devices", Contract.AddressedUnlessDown).SinceV2(),
        SrmRow.List("retrieveUnassignedDatastoreGroups", Arrays + "/array-pairs/{array_pair_id}/actions/retrieve-unassigned-datastore-groups", Contract.Addressed).With("include_vms_info") with { Method = "POST" },
        SrmRow.List("getStorageDevices", Arrays + "/array-pairs/{array_pair_id}/storage-devices", Contract.AddressedUnlessDown).SinceV2(),
        SrmRow.List("getStorageAdapters", Arrays + "/storage-adapters", Contract.AddressedUnlessDown).SinceV2(),
        SrmRow.Ask("getStorageAdapter", Arrays + "/storage-adapters/{storage_adapter_id}", Contract.AddressedUnlessDown).SinceV2(),
        SrmRow.Ask("getStorageAdapterConnectionParams", Arrays + "/storage-adapters/{storage_adapter_id}/connection-params", Contract.AddressedUnlessDown).SinceV2(),
    ];
}
