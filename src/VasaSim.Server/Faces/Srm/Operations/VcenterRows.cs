using VasaSim.Server.Faces.Srm.Handlers;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Operations;

/// <summary>The inventory of vCenters.</summary>
internal static class VcenterRows
{
    private const string Vcenter = "/pairings/{pairing_id}/vcenters/{vcenter_id}";

    private static readonly SrmJson _json = SrmJson.Newest;

    /// <summary>The rows.</summary>
    public static IEnumerable<SrmOperation> All() =>
    [
        SrmRow.Ask("getVcenterComputeInventory", Vcenter + "/inventory/compute", Contract.Addressed).With("path")
            .By(VcenterHandlers.ListCompute, _json.DrListVcenterServerInventoryItem),
        SrmRow.Ask("getVcenterComputeItem", Vcenter + "/inventory/compute/{compute_id}", Contract.Addressed)
            .By(VcenterHandlers.ShowCompute, _json.VcenterServerInventoryItem),
        SrmRow.Ask("browseVcenterComputeItem", Vcenter + "/inventory/compute/{compute_id}/browser", Contract.NotStated).With("path", "file_type", "datastore_id", "sub_folders"),
        SrmRow.Ask("getVcenterDatastores", Vcenter + "/inventory/datastores", Contract.Addressed).With("path")
            .By(VcenterHandlers.ListDatastores, _json.DrListVcenterDatastoreItem),
        SrmRow.Ask("getVcenterDatastoreItem", Vcenter + "/inventory/datastores/{datastore_id}", Contract.Addressed)
            .By(VcenterHandlers.ShowDatastore, _json.VcenterDatastoreItem),
        SrmRow.Ask("getVcenterNetworkInventory", Vcenter + "/inventory/network", Contract.Addressed).With("path")
            .By(VcenterHandlers.ListNetworks, _json.DrListVcenterServerInventoryItem),
        SrmRow.Ask("getVcenterNetworkItem", Vcenter + "/inventory/network/{network_id}", Contract.Addressed)
            .By(VcenterHandlers.ShowNetwork, _json.VcenterServerInventoryItem),
        SrmRow.List("getVcenterVmFolderInventory", Vcenter + "/inventory/vm-folder", Contract.Addressed).With("path")
            .By(VcenterHandlers.ListFolders, _json.DrListVcenterServerInventoryItem),
        SrmRow.Ask("getVcenterVmFolder", Vcenter + "/inventory/vm-folder/{vm_folder_id}", Contract.Addressed)
            .By(VcenterHandlers.ShowFolder, _json.VcenterServerInventoryItem),
        SrmRow.List("getReplicatedVms", Vcenter + "/replicated-vms", Contract.Addressed).By(VcenterHandlers.ListReplicatedMachines, _json.DrListVmReplicationInfo),
        SrmRow.List("getVcStoragePolicies", Vcenter + "/storage-policies", Contract.Addressed).By(VcenterHandlers.ListPolicies, _json.DrListStoragePolicy),
        SrmRow.Ask("getVcStoragePolicy", Vcenter + "/storage-policies/{storage_policy_id}", Contract.Addressed).By(VcenterHandlers.ShowPolicy, _json.StoragePolicy),
    ];
}
