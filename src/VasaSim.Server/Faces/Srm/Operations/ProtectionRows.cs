namespace VasaSim.Server.Faces.Srm.Operations;

/// <summary>Protection groups, their machines and their folders.</summary>
internal static class ProtectionRows
{
    private const string Groups = "/pairings/{pairing_id}/protection-management/groups";
    private const string Folders = "/pairings/{pairing_id}/protection-management/inventory";

    /// <summary>The rows.</summary>
    public static IEnumerable<SrmOperation> All() =>
    [
        SrmRow.List("getAllGroups", Groups, Contract.Full),
        SrmRow.Begin("createGroup", "POST", Groups, Contract.Error),
        SrmRow.Ask("getGroup", Groups + "/{group_id}", Contract.Full),
        SrmRow.Begin("deleteGroup", "DELETE", Groups + "/{group_id}", Contract.AddressedUnlessDown),
        SrmRow.Begin("configureAll", "POST", Groups + "/{group_id}/actions/configure-all-vms", Contract.Error),
        SrmRow.Begin("reconfigureGroup", "POST", Groups + "/{group_id}/actions/reconfigure", Contract.Error),
        SrmRow.Begin("restoreAllPlaceholders", "POST", Groups + "/{group_id}/actions/restore-all-placeholders", Contract.Error),
        SrmRow.List("getDatastoreGroups", Groups + "/{group_id}/datastore-groups", Contract.Addressed).With("include_vms_info"),
        SrmRow.Begin("addDatastoreGroup", "POST", Groups + "/{group_id}/datastore-groups", Contract.Error),
        SrmRow.Ask("getDatastoreGroup", Groups + "/{group_id}/datastore-groups/{datastore_group_id}", Contract.Full).With("include_vms_info"),
        SrmRow.Begin("removeDatastoreGroup", "DELETE", Groups + "/{group_id}/datastore-groups/{datastore_group_id}", Contract.Error),
        SrmRow.List("getGroupIssues", Groups + "/{group_id}/issues", Contract.Full),
        SrmRow.List("getGroupRelatedRecoveryPlans", Groups + "/{group_id}/recovery-plans", Contract.Full),
        SrmRow.List("getVvolReplicationGroups", Groups + "/{group_id}/replication-groups", Contract.Full),
        SrmRow.Ask("getVvolReplicationGroup", Groups + "/{group_id}/replication-groups/{replication_group_id}", Contract.Full),
        SrmRow.List("getGroupVms", Groups + "/{group_id}/vms", Contract.Partial),
        SrmRow.Ask("getGroupVm", Groups + "/{group_id}/vms/{vm_id}", Contract.Partial),
        SrmRow.Begin("removeVmFromProtectionGroup", "POST", Groups + "/{group_id}/vms/{vm_id}/actions/remove-from-group", Contract.Addressed),
        SrmRow.Begin("removeVmProtection", "POST", Groups + "/{group_id}/vms/{vm_id}/actions/remove-protection", Contract.Works),
        SrmRow.Ask("getVmProtectionSettings", Groups + "/{group_id}/vms/{vm_id}/protection-settings", Contract.Error),
        SrmRow.Begin("updateVmProtectionSettings", "PUT", Groups + "/{group_id}/vms/{vm_id}/protection-settings", Contract.Error),
        SrmRow.List("getProtectionGroupFolders", Folders, Contract.Full).With("path"),
        SrmRow.Begin("createProtectionGroupFolder", "POST", Folders, Contract.Addressed),
        SrmRow.Ask("getProtectionGroupFolder", Folders + "/{folder_id}", Contract.Full),
        SrmRow.Begin("deleteProtectionGroupFolder", "DELETE", Folders + "/{folder_id}", Contract.Addressed),
        SrmRow.Begin("moveProtectionGroupFolder", "POST", Folders + "/{folder_id}/actions/move", Contract.Full),
        SrmRow.Begin("renameProtectionGroupFolder", "POST", Folders + "/{folder_id}/actions/rename", Contract.Addressed),
        SrmRow.Ask("getProtectionGroupFolderChildren", Folders + "/{folder_id}/children", Contract.Full),
    ];
}
