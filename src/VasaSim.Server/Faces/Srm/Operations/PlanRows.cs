using VasaSim.Server.Faces.Srm.Handlers;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Operations;

/// <summary>Recovery plans, what is done with them, their machines, and their history and folders.</summary>
internal static class PlanRows
{
    private const string Plans = "/pairings/{pairing_id}/recovery-management/plans";
    private const string Folders = "/pairings/{pairing_id}/recovery-management/inventory";
    private const string Management = "/pairings/{pairing_id}/recovery-management";

    private static readonly SrmJson _json = SrmJson.Newest;
    private static readonly FolderHandlers<RecoveryInventoryItem> _folders = new(FolderRoots.Plans);

    /// <summary>The rows.</summary>
    public static IEnumerable<SrmOperation> All() =>
    [
        SrmRow.Begin("getAllPlanHistoryRecords", "GET", Management + "/history-reports", Contract.Full).Paged().With(HistoryHandlers.StartDate, HistoryHandlers.EndDate)
            .By(HistoryHandlers.FindAll, _json.TaskInfo),
        SrmRow.List("getRecoveryPlanFolders", Folders, Contract.Full).With("path")
            .By(_folders.List, _json.DrListRecoveryInventoryItem),
        SrmRow.Begin("createRecoveryPlanFolder", "POST", Folders, Contract.Addressed)
            .Taking(_json.CreateFolderSpec).By(_folders.Create, _json.TaskInfo),
        SrmRow.Ask("getRecoveryPlanFolder", Folders + "/{folder_id}", Contract.Full)
            .By(_folders.Show, _json.RecoveryInventoryItem),
        SrmRow.Begin("deleteRecoveryPlanFolder", "DELETE", Folders + "/{folder_id}", Contract.Addressed)
            .By(_folders.Delete, _json.TaskInfo),
        SrmRow.Begin("moveRecoveryPlanFolder", "POST", Folders + "/{folder_id}/actions/move", Contract.Full)
            .Taking(_json.MoveObjectSpec).By(_folders.Move, _json.TaskInfo),
        SrmRow.Begin("renameRecoveryPlanFolder", "POST", Folders + "/{folder_id}/actions/rename", Contract.Addressed)
            .Taking(_json.RenameObjectSpec).By(_folders.Rename, _json.TaskInfo),
        SrmRow.Ask("getRecoveryPlanFolderChildren", Folders + "/{folder_id}/children", Contract.Full)
            .By(_folders.ListChildren, _json.DrListRecoveryInventoryItem),
        SrmRow.List("getAllRecoveryPlans", Plans, Contract.Full)
            .By(PlanHandlers.List, _json.DrListRecoveryPlanInfo),
        SrmRow.Begin("createPlan", "POST", Plans, Contract.Addressed)
            .Taking(_json.RecoveryPlanCreateSpec).By(PlanHandlers.Create, _json.TaskInfo),
        SrmRow.Ask("getRecoveryPlan", Plans + "/{plan_id}", Contract.Full)
            .By(PlanHandlers.Show, _json.RecoveryPlanInfo),
        SrmRow.Begin("deleteRecoveryPlan", "DELETE", Plans + "/{plan_id}", Contract.Works)
            .By(PlanHandlers.Delete, _json.TaskInfo),
        SrmRow.Change("cancelRecoveryPlan", "POST", Plans + "/{plan_id}/actions/cancel", Contract.ErrorOrAddressed)
            .By(PlanRunHandlers.Cancel),
        SrmRow.Begin("runCleanupTestRecovery", "POST", Plans + "/{plan_id}/actions/cleanup", Contract.ErrorOrAddressed)
            .MaybeTaking(_json.CleanupTestPlanSpec).By(PlanRunHandlers.CleanUp, _json.TaskInfo),
        SrmRow.Begin("reconfigureRecoveryPlan", "POST", Plans + "/{plan_id}/actions/reconfigure", Contract.Addressed)
            .Taking(_json.RecoveryPlanEditSpec).By(PlanHandlers.Reconfigure, _json.TaskInfo),
        SrmRow.Begin("runRecovery", "POST", Plans + "/{plan_id}/actions/recovery", Contract.ErrorOrAddressed)
            .MaybeTaking(_json.RecoverPlanSpec).By(PlanRunHandlers.Recover, _json.TaskInfo),
        SrmRow.Begin("runReprotect", "POST", Plans + "/{plan_id}/actions/reprotect", Contract.Error)
            .MaybeTaking(_json.ReprotectPlanSpec).By(PlanRunHandlers.Reprotect, _json.TaskInfo),
        SrmRow.Begin("runTestRecovery", "POST", Plans + "/{plan_id}/actions/test", Contract.ErrorOrAddressed)
            .MaybeTaking(_json.TestPlanSpec).By(PlanRunHandlers.Test, _json.TaskInfo),
        SrmRow.Begin("getPlanHistoryRecords", "GET", Plans + "/{plan_id}/history-reports", Contract.Full).Paged().With(HistoryHandlers.StartDate, HistoryHandlers.EndDate)
            .By(HistoryHandlers.FindOfPlan, _json.TaskInfo),
        SrmRow.Ask("getPlanHistoryRecord", Plans + "/{plan_id}/history-reports/{report_id}", Contract.Full)
            .By(HistoryHandlers.Show, _json.HistoryReport),
        SrmRow.List("getRecoveryPlanIssues", Plans + "/{plan_id}/issues", Contract.Full)
            .By(PlanHandlers.ListIssues, _json.DrListIssueInfo),
        SrmRow.List("getPlanRelatedProtectionGroups", Plans + "/{plan_id}/protection-groups", Contract.Full)
            .By(PlanHandlers.ListGroups, _json.DrListProtectionGroupInfo),
        SrmRow.Ask("getRecoveryStepsUserPrompts", Plans + "/{plan_id}/recovery-steps/user-prompts", Contract.Addressed)
            .By(PromptHandlers.List, _json.DrListUserPrompt),
        SrmRow.Ask("getRecoveryStepsUserPrompt", Plans + "/{plan_id}/recovery-steps/user-prompts/{prompt_id}", Contract.Addressed)
            .By(PromptHandlers.Show, _json.UserPrompt),
        SrmRow.Change("dismissRecoveryStepsRecoveryPlanPrompt", "POST", Plans + "/{plan_id}/recovery-steps/user-prompts/{prompt_id}/actions/dismiss-prompt", Contract.NotStated)
            .By(PromptHandlers.Dismiss),
        SrmRow.Ask("getRecoverySteps", Plans + "/{plan_id}/recovery-steps/{view_mode}", Contract.Addressed).With(StepHandlers.ExpandedIds)
            .By(StepHandlers.List, _json.DrListRecoveryStep),
        SrmRow.Begin("createRecoveryStepsCallout", "POST", Plans + "/{plan_id}/recovery-steps/{view_mode}", Contract.NotStated)
            .Taking(_json.CalloutCreateSpec).By(StepHandlers.AddCallout, _json.TaskInfo),
        SrmRow.Ask("getRecoveryStep", Plans + "/{plan_id}/recovery-steps/{view_mode}/{recovery_step_id}", Contract.Full)
            .By(StepHandlers.Show, _json.RecoveryStep),
        SrmRow.Begin("deleteRecoveryStep", "DELETE", Plans + "/{plan_id}/recovery-steps/{view_mode}/{recovery_step_id}", Contract.NotStated)
            .By(StepHandlers.Delete, _json.TaskInfo),
        SrmRow.Ask("getRecoveryStepsCalloutDetails", Plans + "/{plan_id}/recovery-steps/{view_mode}/{recovery_step_id}/callout-data", Contract.Addressed)
            .By(StepHandlers.ShowCallout, _json.Callout),
        SrmRow.Begin("editRecoveryStepsCallout", "POST", Plans + "/{plan_id}/recovery-steps/{view_mode}/{recovery_step_id}/callout-data/actions/edit", Contract.NotStated)
            .Taking(_json.CalloutModifySpec).By(StepHandlers.EditCallout, _json.TaskInfo),
        SrmRow.List("getPlanRelatedTestNetworks", Plans + "/{plan_id}/test-networks", Contract.Full)
            .By(PlanHandlers.ListTestNetworks, _json.DrListTestNetworkMapping),
        SrmRow.List("getPlanVirtualMachines", Plans + "/{plan_id}/vms", Contract.Addressed)
            .By(PlanVmHandlers.List, _json.DrListRecoveryPlanVmInfo),
        SrmRow.Ask("getPlanVirtualMachine", Plans + "/{plan_id}/vms/{vm_id}", Contract.Addressed)
            .By(PlanVmHandlers.Show, _json.RecoveryPlanVmInfo),
        SrmRow.Ask("getPlanVirtualMachineRecoverySettings", Plans + "/{plan_id}/vms/{vm_id}/recovery-settings", Contract.Full)
            .By(PlanVmHandlers.ShowSettings, _json.VmRecoverySettingsState),
        SrmRow.Begin("updatePlanVirtualMachineRecoverySettings", "POST", Plans + "/{plan_id}/vms/{vm_id}/recovery-settings/actions/update", Contract.Addressed)
            .Taking(_json.VmRecoverySettings).By(PlanVmHandlers.UpdateSettings, _json.TaskInfo),
        SrmRow.List("getPlanVirtualMachineDependentVms", Plans + "/{plan_id}/vms/{vm_id}/recovery-settings/dependent-vms", Contract.Full)
            .By(PlanVmHandlers.ListDependencies, _json.DrListDependentVm),
        SrmRow.Begin("updatePlanVirtualMachineDependentVms", "POST", Plans + "/{plan_id}/vms/{vm_id}/recovery-settings/dependent-vms/actions/update", Contract.WorksUnlessAddressed)
            .Taking(_json.DependentVmSpec).By(PlanVmHandlers.UpdateDependencies, _json.TaskInfo),
        (SrmRow.Ask("planVirtualMachineCheckDependentVms", Plans + "/{plan_id}/vms/{vm_id}/recovery-settings/dependent-vms/actions/validate", Contract.Works) with { Method = "POST" })
            .Taking(_json.DependentVmSpec).By(PlanVmHandlers.CheckDependencies, _json.DependentVmsValidationResult),
        SrmRow.List("getPlanVirtualMachineIpCustomization", Plans + "/{plan_id}/vms/{vm_id}/recovery-settings/ip-customization", Contract.Full)
            .By(PlanVmHandlers.ShowAddresses, _json.VmRecoveryIpCustomizationSettings),
        SrmRow.Begin("updatePlanVirtualMachineIpCustomization", "POST", Plans + "/{plan_id}/vms/{vm_id}/recovery-settings/ip-customization/actions/update", Contract.Addressed)
            .Taking(_json.VmRecoveryIpCustomizationSettings).By(PlanVmHandlers.UpdateAddresses, _json.TaskInfo),
        SrmRow.Ask("getPlanVirtualMachineRecoveryPriority", Plans + "/{plan_id}/vms/{vm_id}/recovery-settings/priority", Contract.Full)
            .By(PlanVmHandlers.ShowPriority, _json.PriorityGroupData),
        SrmRow.Begin("updatePlanVirtualMachineRecoveryPriority", "PUT", Plans + "/{plan_id}/vms/{vm_id}/recovery-settings/priority", Contract.WorksUnlessAddressed)
            .Taking(_json.PriorityGroupData).By(PlanVmHandlers.UpdatePriority, _json.TaskInfo),
        SrmRow.Ask("getPlanVirtualMachineSummarizedRecoverySettings", Plans + "/{plan_id}/vms/{vm_id}/recovery-settings/summary", Contract.Full)
            .By(PlanVmHandlers.ShowSummary, _json.VmSummarizedRecoverySettings),
    ];
}
