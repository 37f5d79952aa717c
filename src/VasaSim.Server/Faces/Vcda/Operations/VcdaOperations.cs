using VasaSim.Server.Faces.Vcda.Handlers;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Operations;

/// <summary>
/// All operations of the API. To add one: its messages to <see cref="VcdaJson"/>, a handler, and a row here; dispatch and
/// description follow from the table.
/// </summary>
internal static class VcdaOperations
{
    private static readonly VcdaJson _json = VcdaJson.Newest;

    /// <summary>The table.</summary>
    public static IReadOnlyList<VcdaOperation> All { get; } =
    [
        OperationRow.Session("createSession", "POST", "/sessions", "Logs in; the answer's header X-VCAV-Auth has the token.", SessionHandlers.Create)
            .Taking(_json.LoginRequest) with { Anonymous = true, Answer = _json.SessionDetails },
        OperationRow.Session("getSession", "GET", "/sessions", "Who is logged in, and where.", SessionHandlers.Show) with { Answer = _json.SessionDetails },
        OperationRow.Session("deleteSession", "DELETE", "/sessions", "Logs out.", SessionHandlers.Delete) with { Status = 204 },
        OperationRow.Session("extendSession", "POST", "/sessions/extend", "Logs in at another site too.", SessionHandlers.Extend)
            .Taking(_json.ExtendRequest).Or(ErrorCode.RemoteAuthenticationFailure, ErrorCode.SiteNotFound)
            with { Answer = _json.SessionDetails, BadInput = ErrorCode.BadUserInput },
        OperationRow.AskHere("getAbout", "/diagnostics/about", "What answers here.", _json.AboutInfo, SiteHandlers.About),
        OperationRow.AskHere("getHealth", "/diagnostics/health", "How the service is.", _json.HealthInfo, SiteHandlers.Health),
        OperationRow.Ask("getTask", "/tasks/{id}", "A task.", _json.TaskInfo, TaskHandlers.Show)
            .Or(ErrorCode.TaskNotFound) with { BadInput = ErrorCode.BadUserInput },
        OperationRow.Ask("queryTasks", "/tasks", "The tasks of a site, by pages.", _json.QueryResultTaskInfo, TaskHandlers.List)
            with { BadInput = ErrorCode.BadUserInput, Query = TaskHandlers.Tasks.Parameters },
        .. ReplicationOperations.All(),
        OperationRow.AskHere("getSites", "/sites", "The clouds that know each other.", _json.IReadOnlyListSiteInfo, SiteHandlers.List),
        OperationRow.AskHere("getVcSites", "/vc-sites", "The sites on-premises.", _json.IReadOnlyListVcSiteInfo, SiteHandlers.ListOnPremises),
        OperationRow.AskHere("getVcenters", "/vc-sites/{site}/vcenters", "The vCenters of a site on-premises.", _json.IReadOnlyListVcenterInfo, SiteHandlers.ListVcenters)
            .Or(ErrorCode.SiteNotFound),
        OperationRow.AskHere("getVcVms", "/vc-sites/{site}/{vcId}/vms", "The machines of a vCenter.", _json.QueryResultVcVmItem, SiteHandlers.ListMachines)
            .Or(ErrorCode.SiteNotFound, ErrorCode.NotFound) with { Query = [.. InventoryHandlers.OnPremises.Parameters.Skip(1)] },
        OperationRow.Ask("getOrgs", "/inventory/orgs", "The organizations.", _json.QueryResultOrgItem, InventoryHandlers.ListOrgs)
            with { Query = InventoryHandlers.Orgs.Parameters },
        OperationRow.Ask("getVdcs", "/inventory/vdcs", "The virtual data centers.", _json.QueryResultVdcItem, InventoryHandlers.ListVdcs)
            with { Query = InventoryHandlers.Vdcs.Parameters },
        OperationRow.Ask("getVdcStorageProfiles", "/inventory/vdcs/{vdcId}/storage-profiles", "The storage profiles of a virtual data center.", _json.IReadOnlyListNamedItem, InventoryHandlers.ListStorageProfiles)
            .Or(ErrorCode.NotFound),
        OperationRow.Ask("getVdcNetworks", "/inventory/vdcs/{vdcId}/networks", "The networks of a virtual data center.", _json.QueryResultNamedItem, InventoryHandlers.ListNetworks)
            .Or(ErrorCode.NotFound) with { Query = InventoryHandlers.Networks.Parameters },
        OperationRow.Ask("getVms", "/inventory/vms", "The machines.", _json.QueryResultVmItem, InventoryHandlers.ListMachines)
            with { Query = InventoryHandlers.Machines.Parameters },
        OperationRow.Ask("getVapps", "/inventory/vapps", "The vApps.", _json.QueryResultVappItem, InventoryHandlers.ListVapps)
            with { Query = InventoryHandlers.Vapps.Parameters },
        OperationRow.Ask("getProviderVdcs", "/inventory/provider-vdcs", "The virtual data centers of the provider.", _json.IReadOnlyListNamedItem, InventoryHandlers.ListProviderVdcs),
        OperationRow.Ask("getDatastores", "/inventory/datastores", "The datastores of the vCenter behind a site.", _json.IReadOnlyListDatastoreItem, InventoryHandlers.ListDatastores),
        OperationRow.Ask("getSlaProfiles", "/sla-profiles", "The SLA profiles.", _json.IReadOnlyListSlaProfileItem, PolicyHandlers.ListSlaProfiles),
        OperationRow.Ask("getPolicies", "/policies", "The policies.", _json.IReadOnlyListPolicyItem, PolicyHandlers.List),
        OperationRow.Ask("getPolicy", "/policies/{policyId}", "A policy.", _json.PolicyItem, PolicyHandlers.Show).Or(ErrorCode.NotFound),
        OperationRow.Ask("getPolicyOrgs", "/policies/{policyId}/orgs", "The organizations of a policy.", _json.IReadOnlyListNamedItem, PolicyHandlers.ListOrgs)
            .Or(ErrorCode.NotFound),
        OperationRow.Ask("getPolicyOfOrg", "/policies/{policyId}/orgs/{org}", "The policy, when it is that of the organization.", _json.PolicyItem, PolicyHandlers.ShowOfOrg)
            .Or(ErrorCode.NotFound),
    ];
}
