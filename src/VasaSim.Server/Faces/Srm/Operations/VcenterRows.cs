namespace VasaSim.Server.Faces.Srm.Operations;

/// <summary>The inventory of vCenters.</summary>
internal static class VcenterRows
{
    private const string Vcenter = "/pairings/{pairing_id}/vcenters/{vcenter_id}";

    /// <summary>The rows.</summary>
    public static IEnumerable<SrmOperation> All() =>
    [
        SrmRow.Ask("getVcenterComputeInventory", Vcenter + "/inventory/compute", Contract.Addressed).With("path"),
        SrmRow.Ask("getVcenterComputeItem", Vcenter + "/inventory/compute/{compute_id}", Contract.Addressed),
        SrmRow.Ask("browseVcenterComputeItem", Vcenter + "/inventory/compute/{compute_id}/browser", Contract.NotStated).With("path", "file_type", "datastore_id", "sub_folders"),
        SrmRow.Ask("getVcenterDatastores", Vcenter + "/inventory/datastores", Contract.Addressed).With("path"),
        SrmRow.Ask("getVcenterDatastoreItem", Vcenter + "/inventory/datastores/{datastore_id}", Contract.Addressed),
        SrmRow.Ask("getVcenterNetworkInventory", Vcenter + "/inventory/network", Contract.Addressed).With("path"),
        SrmRow.Ask("getVcenterNetworkItem", Vcenter + "/inventory/network/{network_id}", Contract.Addressed),
        SrmRow.List("getVcenterVmFolderInventory", Vcenter + "/inventory/vm-folder", Contract.Addressed).With("path"),
        SrmRow.Ask("getVcenterVmFolder", Vcenter + "/inventory/vm-folder/{vm_folder_id}", Contract.Addressed),
        SrmRow.List("getReplicatedVms", Vcenter + "/replicated-vms", Contract.Addressed),
        SrmRow.List("getVcStoragePolicies", Vcenter + "/storage-policies", Contract.Addressed),
        SrmRow.Ask("getVcStoragePolicy", Vcenter + "/storage-policies/{storage_policy_id}", Contract.Addressed),
    ];
}
