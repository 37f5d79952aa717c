using VasaSim.Server.Faces.Srm.Handlers;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Operations;

/// <summary>Protection groups, their machines and their folders.</summary>
internal static class ProtectionRows
{
    private const string Groups = "/pairings/{pairing_id}/protection-management/groups";
    private const string Folders = "/pairings/{pairing_id}/protection-management/inventory";

    private static readonly SrmJson _json = SrmJson.Newest;
    private static readonly FolderHandlers<ProtectionInventoryItem> _folders = new(FolderRoots.Groups);

    /// <summary>The rows.</summary>
    public static IEnumerable<SrmOperation> All() =>
    [
        SrmRow.List("getAllGroups", Groups, Contract.Full).By(GroupHandlers.List, _json.DrListProtectionGroupInfo),
        SrmRow.Begin("createGroup", "POST", Groups, Contract.Error).Taking(_json.ProtectionGroupCreateSpec).By(GroupHandlers.Create, _json.TaskInfo),
        SrmRow.Ask("getGroup", Groups + "/{group_id}", Contract.Full).By(GroupHandlers.Show, _json.ProtectionGroupInfo),
        SrmRow.Begin("deleteGroup", "DELETE", Groups + "/{group_id}", Contract.AddressedUnlessDown).By(GroupHandlers.Delete, _json.TaskInfo),
        SrmRow.Begin("configureAll", "POST", Groups + "/{group_id}/actions/configure-all-vms", Contract.Error).By(GroupHandlers.ConfigureAll, _json.DrListTaskInfo),
        SrmRow.Begin("reconfigureGroup", "POST", Groups + "/{group_id}/actions/reconfigure", Contract.Error)
            .Taking(_json.ProtectionGroupEditSpec).By(GroupHandlers.Reconfigure, _json.TaskInfo),
        SrmRow.Begin("restoreAllPlaceholders", "POST", Groups + "/{group_id}/actions/restore-all-placeholders", Contract.Error)
            .By(GroupHandlers.RestorePlaceholders, _json.RecreateAllPlaceholderVmsResponse),
        SrmRow.List("getDatastoreGroups", Groups + "/{group_id}/datastore-groups", Contract.Addressed).With("include_vms_info")
            .By(DatastoreGroupHandlers.List, _json.DrListDatastoreGroupInfo),
        SrmRow.Begin("addDatastoreGroup", "POST", Groups + "/{group_id}/datastore-groups", Contract.Error)
            .Taking(_json.AddDatastoreGroupSpec).By(DatastoreGroupHandlers.Add, _json.TaskInfo),
        SrmRow.Ask("getDatastoreGroup", Groups + "/{group_id}/datastore-groups/{datastore_group_id}", Contract.Full).With("include_vms_info")
            .By(DatastoreGroupHandlers.Show, _json.DatastoreGroupInfo),
        SrmRow.Begin("removeDatastoreGroup", "DELETE", Groups + "/{group_id}/datastore-groups/{datastore_group_id}", Contract.Error)
            .By(DatastoreGroupHandlers.Remove, _json.TaskInfo),
        SrmRow.List("getGroupIssues", Groups + "/{group_id}/issues", Contract.Full).By(GroupHandlers.ListIssues, _json.DrListIssueInfo),
        SrmRow.List("getGroupRelatedRecoveryPlans", Groups + "/{group_id}/recovery-plans", Contract.Full)
            .By(PlanHandlers.ListOfGroup, _json.DrListRecoveryPlanInfo),
        SrmRow.List("getVvolReplicationGroups", Groups + "/{group_id}/replication-groups", Contract.Full)
            .By(GroupHandlers.ListReplicationGroups, _json.DrListVvolReplicationGroupInfo),
        SrmRow.Ask("getVvolReplicationGroup", Groups + "/{group_id}/replication-groups/{replication_group_id}", Contract.Full)
            .By(GroupHandlers.ShowReplicationGroup, _json.VvolReplicationGroupInfo),
        SrmRow.List("getGroupVms", Groups + "/{group_id}/vms", Contract.Partial).By(GroupVmHandlers.List, _json.DrListProtectionGroupVmInfo),
        SrmRow.Ask("getGroupVm", Groups + "/{group_id}/vms/{vm_id}", Contract.Partial).By(GroupVmHandlers.Show, _json.ProtectionGroupVmInfo),
        SrmRow.Begin("removeVmFromProtectionGroup", "POST", Groups + "/{group_id}/vms/{vm_id}/actions/remove-from-group", Contract.Addressed)
            .By(GroupVmHandlers.RemoveFromGroup, _json.TaskInfo),
        SrmRow.Begin("removeVmProtection", "POST", Groups + "/{group_id}/vms/{vm_id}/actions/remove-protection", Contract.Works)
            .By(GroupVmHandlers.RemoveProtection, _json.TaskInfo),
        SrmRow.Ask("getVmProtectionSettings", Groups + "/{group_id}/vms/{vm_id}/protection-settings", Contract.Error)
            .By(GroupVmHandlers.ShowSettings, _json.VmProtectionSettings),
        SrmRow.Begin("updateVmProtectionSettings", "PUT", Groups + "/{group_id}/vms/{vm_id}/protection-settings", Contract.Error)
            .Taking(_json.VmProtectionSettings).By(GroupVmHandlers.UpdateSettings, _json.TaskInfo),
        SrmRow.List("getProtectionGroupFolders", Folders, Contract.Full).With("path").By(_folders.List, _json.DrListProtectionInventoryItem),
        SrmRow.Begin("createProtectionGroupFolder", "POST", Folders, Contract.Addressed).Taking(_json.CreateFolderSpec).By(_folders.Create, _json.TaskInfo),
        SrmRow.Ask("getProtectionGroupFolder", Folders + "/{folder_id}", Contract.Full).By(_folders.Show, _json.ProtectionInventoryItem),
        SrmRow.Begin("deleteProtectionGroupFolder", "DELETE", Folders + "/{folder_id}", Contract.Addressed).By(_folders.Delete, _json.TaskInfo),
        SrmRow.Begin("moveProtectionGroupFolder", "POST", Folders + "/{folder_id}/actions/move", Contract.Full)
            .Taking(_json.MoveObjectSpec).By(_folders.Move, _json.TaskInfo),
        SrmRow.Begin("renameProtectionGroupFolder", "POST", Folders + "/{folder_id}/actions/rename", Contract.Addressed)
            .Taking(_json.RenameObjectSpec).By(_folders.Rename, _json.TaskInfo),
        SrmRow.Ask("getProtectionGroupFolderChildren", Folders + "/{folder_id}/children", Contract.Full)
            .By(_folders.ListChildren, _json.DrListProtectionInventoryItem),
    ];
}
