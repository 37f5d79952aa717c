using VasaSim.Server.Faces.Srm.Handlers;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Operations;

/// <summary>
/// All operations that the published description has. To simulate one: its messages to <see cref="SrmJson"/>, a handler,
/// and <c>By</c> to its row; dispatch and description follow from the table.
/// </summary>
internal static class SrmOperations
{
    private const string Pairing = "/pairings/{pairing_id}";
    private const string Vvol = Pairing + "/srms/{srm_id}/replication-management/vvol/fault-domains";

    private static readonly SrmJson _json = SrmJson.Newest;

    /// <summary>The table.</summary>
    public static IReadOnlyList<SrmOperation> All { get; } =
    [
        SrmRow.Session("login", "POST", "/session", Contract.NotStated, 200).By(SessionHandlers.Login, _json.SessionIdData) with { Anonymous = true },
        SrmRow.Session("getCurrentSession", "GET", "/session", Contract.NotStated, 200).By(SessionHandlers.Show, _json.SessionInfo),
        SrmRow.Session("logout", "DELETE", "/session", Contract.NotStated, 204).By(SessionHandlers.Logout),
        SrmRow.Session("getRemoteSession", "GET", Pairing + "/remote-session", Contract.Error, 200).By(SessionHandlers.ShowRemote, _json.SessionInfo),
        SrmRow.Session("createRemoteSession", "POST", Pairing + "/remote-session", Contract.WorksUnlessDown, 204).By(SessionHandlers.LoginRemote),
        SrmRow.List("getPairings", "/pairings", Contract.Partial).By(PairingHandlers.List, _json.DrListPairing),
        SrmRow.Begin("createPairing", "POST", "/pairings", Contract.NotStated).Taking(_json.PairingSpec),
        SrmRow.Ask("getPairing", Pairing, Contract.Partial).By(PairingHandlers.Show, _json.Pairing),
        SrmRow.Begin("deletePairing", "DELETE", Pairing, Contract.Error),
        SrmRow.Begin("reconnectPairing", "POST", Pairing + "/actions/reconnect", Contract.NotStated).Taking(_json.PairingSpec),
        SrmRow.List("getPairingIssues", Pairing + "/issues", Contract.Partial).By(PairingHandlers.ListIssues, _json.DrListIssueInfo),
        SrmRow.List("getSrms", Pairing + "/srms", Contract.Partial).By(ServerHandlers.ListSrms, _json.DrListSrmInfo),
        SrmRow.Ask("getSrm", Pairing + "/srms/{srm_id}", Contract.Addressed).By(ServerHandlers.ShowSrm, _json.SrmInfo),
        SrmRow.List("getSrmIssues", Pairing + "/srms/{srm_id}/issues", Contract.Addressed).By(PairingHandlers.ListIssuesOfSrm, _json.DrListIssueInfo),
        SrmRow.List("getVcenters", Pairing + "/vcenters", Contract.Partial).By(ServerHandlers.ListVcenters, _json.DrListServerInfo),
        SrmRow.Ask("getVcenter", Pairing + "/vcenters/{vcenter_id}", Contract.Addressed).By(ServerHandlers.ShowVcenter, _json.ServerInfo),
        SrmRow.Ask("getInfo", "/server/info", Contract.NotStated).By(ServerHandlers.ShowHere, _json.SrmInfo),
        SrmRow.List("getAllVvolFaultDomains", Vvol, Contract.Addressed).By(VvolHandlers.ListDomains, _json.DrListVvolFaultDomainInfo),
        SrmRow.Ask("getVvolFaultDomain", Vvol + "/{domain_id}", Contract.Addressed).By(VvolHandlers.ShowDomain, _json.VvolFaultDomainInfo),
        SrmRow.List("getAllVvolFaultDomainReplicationGroups", Vvol + "/{domain_id}/replication-groups", Contract.Addressed)
            .By(VvolHandlers.ListGroups, _json.DrListVvolReplicationGroupInfo),
        SrmRow.Ask("getVvolFaultDomainReplicationGroup", Vvol + "/{domain_id}/replication-groups/{replication_group_id}", Contract.Addressed)
            .By(VvolHandlers.ShowGroup, _json.VvolReplicationGroupInfo),
        SrmRow.List("getRecentTasksInfo", "/tasks", Contract.Full).By(TaskHandlers.List, _json.DrListTaskInfo),
        SrmRow.Ask("getTaskInfo", "/tasks/{taskId}", Contract.Full).By(TaskHandlers.Show, _json.TaskInfo),
        .. ProtectionRows.All(),
        .. PlanRows.All(),
        .. MappingRows.All(),
        .. VcenterRows.All(),
        .. ArrayRows.All(),
    ];
}
