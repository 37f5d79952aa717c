using VasaSim.Core.Cloud.Operations;
using VasaSim.Server.Faces.Vcda.Handlers;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Operations;

/// <summary>The operations of replications, which those of machines and those of vApps have in common but for their names.</summary>
internal static class ReplicationOperations
{
    private static readonly VcdaJson _json = VcdaJson.Newest;

    /// <summary>Those of machines and of vApps.</summary>
    public static IEnumerable<VcdaOperation> All() =>
    [
        .. Common("Vm", "/vm-replications", Subject.VmReplication, ErrorCode.VmReplicationNotFound),
        OperationRow.Begin("startVmReplication", "POST", "/vm-replications", "Begins to replicate a machine.", StartHandlers.StartMachine)
            .Taking(_json.StartRequest).Or(ErrorCode.ServiceNotLicensed),
        OperationRow.Ask("queryVmReplications", "/vm-replications", "The replications of machines, by pages.", _json.QueryResultSingleVmReplicationInfo, ReplicationQueryHandlers.ListMachines)
            with { Query = ReplicationLists.Machines.Parameters },
        .. new[]
        {
            OperationRow.Ask("getVmReplication", "/vm-replications/{id}", "A replication of a machine.", _json.SingleVmReplicationInfo, ReplicationQueryHandlers.ShowMachine),
            Chown("chownVmReplication", "/vm-replications/{id}/chown", _json.SingleVmReplicationInfo),
            OperationRow.Ask("getVmReplicationInstances", "/vm-replications/{id}/instances", "Its instances, oldest first.", _json.IReadOnlyListReplicationInstance, ReplicationQueryHandlers.ListInstances),
            OperationRow.Ask("getVmReplicationInstance", "/vm-replications/{id}/instances/{instanceId}", "An instance.", _json.ReplicationInstanceDetails, ReplicationQueryHandlers.ShowInstance)
                .Or(ErrorCode.NotFound),
            OperationRow.Ask("getVmReplicationNetworkSettings", "/vm-replications/{id}/network-settings", "The networks that it was last recovered with.", _json.NetworkSettings, ReplicationQueryHandlers.ShowMachineNetworks),
            OperationRow.Ask("getVmReplicationTraffic", "/vm-replications/{id}/traffic", "What it transferred.", _json.TrafficInfo, TrafficHandlers.Show)
                with { Query = TrafficHandlers.Query },
            OperationRow.Ask("getVmReplicationRtTraffic", "/vm-replications/{id}/rt-traffic", "What it transferred in the last minutes.", _json.TrafficInfo, TrafficHandlers.ShowRecent),
        }.Select(o => Of(o, Subject.VmReplication, ErrorCode.VmReplicationNotFound)),

        .. Common("Vapp", "/vapp-replications", Subject.VappReplication, ErrorCode.VappReplicationNotFound),
        OperationRow.Begin("startVappReplication", "POST", "/vapp-replications", "Begins to replicate the machines of a vApp.", StartHandlers.StartVapp)
            .Taking(_json.StartRequest).Or(ErrorCode.ServiceNotLicensed),
        OperationRow.Ask("queryVappReplications", "/vapp-replications", "The replications of vApps, by pages.", _json.QueryResultVappReplicationInfo, ReplicationQueryHandlers.ListVapps)
            with { Query = ReplicationLists.Vapps.Parameters },
        OperationRow.Ask("getVappReplicationsSummary", "/vapp-replications/summary", "How many replications of vApps there are.", _json.VappReplicationsSummary, ReplicationQueryHandlers.SummarizeVapps),
        .. new[]
        {
            OperationRow.Ask("getVappReplication", "/vapp-replications/{id}", "A replication of a vApp.", _json.VappReplicationInfo, ReplicationQueryHandlers.ShowVapp),
            Chown("chownVappReplication", "/vapp-replications/{id}/chown", _json.VappReplicationInfo),
            OperationRow.Ask("getVappReplicationNetworkSettings", "/vapp-replications/{id}/network-settings", "The networks that it was last recovered with.", _json.NetworkSettings, ReplicationQueryHandlers.ShowVappNetworks),
        }.Select(o => Of(o, Subject.VappReplication, ErrorCode.VappReplicationNotFound)),
    ];

    private static IEnumerable<VcdaOperation> Common(string what, string path, Subject subject, ErrorCode missing)
    {
        VcdaOperation Plain(string verb, string method, string below, string summary, CloudOperation operation, NeededEnds needs) =>
            OperationRow.Begin($"{verb}{what}Replication", method, $"{path}/{{id}}{below}", summary, ReplicationTaskHandlers.Plain(operation)) with { Needs = needs };

        VcdaOperation Recover(string verb, string below, string summary, CloudOperation operation, NeededEnds needs) =>
            OperationRow.Begin($"{verb}{what}Replication", "POST", $"{path}/{{id}}{below}", summary, ReplicationTaskHandlers.Recover(operation))
                .Taking(_json.RecoverRequest) with { Needs = needs };

        VcdaOperation[] rows =
        [
            OperationRow.Begin($"reconfigure{what}Replication", "PATCH", $"{path}/{{id}}", "Changes settings.", ReplicationTaskHandlers.Reconfigure)
                .Taking(_json.ReconfigureRequest) with { Needs = NeededEnds.Both },
            Plain("stop", "DELETE", "", "Ends it, and forgets it.", CloudOperation.Stop, NeededEnds.Both),
            Plain("sync", "POST", "/sync", "Makes an instance now.", CloudOperation.Sync, NeededEnds.Both),
            Plain("pause", "POST", "/pause", "Stops the flow of data.", CloudOperation.Pause, NeededEnds.Both),
            Plain("resume", "POST", "/resume", "Lets data flow again.", CloudOperation.Resume, NeededEnds.Both),
            Recover("failover", "/failover", "Recovers at the destination.", CloudOperation.Failover, NeededEnds.Destination),
            Recover("failoverTest", "/failover-test", "Recovers a copy at the destination, and goes on replicating.", CloudOperation.FailoverTest, NeededEnds.Destination),
            Plain("cleanup", "DELETE", "/failover-test", "Deletes the copy of a test.", CloudOperation.FailoverTestCleanup, NeededEnds.Destination),
            Recover("migrate", "/migrate", "Powers the source off, syncs, and recovers at the destination.", CloudOperation.Migrate, NeededEnds.Both),
            Plain("reverse", "POST", "/reverse", "Replicates back what was recovered.", CloudOperation.Reverse, NeededEnds.Both),
            OperationRow.Begin($"change{what}ReplicationStorageProfile", "POST", $"{path}/{{id}}/storage-profile", "Moves the replica to another storage profile.", ReplicationTaskHandlers.ChangeStorageProfile)
                .Taking(_json.StorageProfileRequest) with { Needs = NeededEnds.Destination },
        ];
        return rows.Select(r => Of(r, subject, missing));
    }

    private static VcdaOperation Chown(string id, string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo answer) =>
        OperationRow.Ask(id, path, "Gives it to another owner, at once; for administrators.", answer, ReplicationQueryHandlers.ChangeOwner)
            .Taking(_json.ChownRequest).Or(ErrorCode.PayloadTooLarge) with { Method = "PATCH", MayLackBody = true };

    private static VcdaOperation Of(VcdaOperation row, Subject subject, ErrorCode missing) => row.Or(missing) with { Subject = subject };
}
