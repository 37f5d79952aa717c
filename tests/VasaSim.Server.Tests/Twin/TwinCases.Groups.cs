using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Twin;

/// <content>Queries about groups, peers and replicas.</content>
public static partial class TwinCases
{
    private static IEnumerable<TwinCase> Groups() =>
    [
        new("all in detail", _target, new QueryReplicationGroupRequest()),
        new("all of whole machines", _filter, new QueryReplicationGroupRequest()),
        new("all by their ids", _target, new QueryReplicationGroupRequest()) { Knobs = k => k with { DetailLimit = 0 } },
        new("named, unknown and twice", _target, new QueryReplicationGroupRequest { GroupId = [_replica, _unknown, _replica] })
            { Within = ["NotFound", "DuplicateEntry"] },
        new("anywhere", _manager, new QueryReplicationGroupInfoRequest { RgFilter = new ReplicationGroupFilter { GroupId = [_source, _replica, _unknown] } })
            { Within = ["NotFound"] },
        new("anywhere, provider offline", _manager, new QueryReplicationGroupInfoRequest { RgFilter = new ReplicationGroupFilter { GroupId = [_replica, _source] } })
            { Before = Provider("vasaProvider-3", """{"status":"offline"}"""), Within = ["ProviderUnavailable"] },
        new("none named", _manager, new QueryReplicationGroupInfoRequest { RgFilter = new ReplicationGroupFilter() }) { Fault = "InvalidArgument" },
        new("all", _active, new QueryReplicationPeerRequest()),
        new("named", _target, new QueryReplicationPeerRequest { FaultDomainId = [Domain("fd-b1"), Domain("fd-n1"), Domain("fd-b1"), Domain("none")] })
            { Within = ["NoReplicationTarget", "DuplicateEntry", "NotFound"] },
        new("summary", _target, new QueryPointInTimeReplicaRequest { GroupId = [_replica] }),
        new("details", _target, new QueryPointInTimeReplicaRequest { GroupId = [_other], QueryParam = new QueryPointInTimeReplicaParam { PreferDetails = true } }),
        new("filtered", _target, new QueryPointInTimeReplicaRequest
        {
            GroupId = [_other, _unknown],
            QueryParam = new QueryPointInTimeReplicaParam
            {
                Tags = ["app-consistent"],
                PitName = "web-.*",
                ReplicaTimeQueryParam = new ReplicaQueryIntervalParam { FromDate = Simulator.StartTime.AddHours(-20), ToDate = Simulator.StartTime },
            },
        }) { Within = ["NotFound"] },
        new("at the source", _active, new QueryPointInTimeReplicaRequest { GroupId = [_source] }) { Within = ["QueryExecutionFault", "InvalidFunctionTarget"] },
        new("no group", _target, new QueryPointInTimeReplicaRequest()) { Fault = "InvalidArgument" },
        new("bad name", _target, new QueryPointInTimeReplicaRequest { GroupId = [_replica], QueryParam = new QueryPointInTimeReplicaParam { PitName = "[" } })
            { Fault = "InvalidArgument" },
        .. GateOfQuery(_target, _standby, new QueryReplicationGroupRequest()),
        .. GateOfQuery(_target, _standby, new QueryReplicationPeerRequest()),
        .. GateOfQuery(_target, _standby, new QueryPointInTimeReplicaRequest { GroupId = [_replica] }),
    ];

    // What a provider says to a query as a whole.
    private static IEnumerable<TwinCase> GateOfQuery(ManagedObjectReference provider, ManagedObjectReference standby, Request request) =>
    [
        new("provider offline", provider, request) { Before = Provider(provider.Value, """{"status":"offline"}"""), Fault = "ProviderUnavailable" },
        new("provider busy", provider, request) { Before = Provider(provider.Value, """{"busy":true}"""), Fault = "ProviderBusy" },
        new("provider standby", standby, request) { Fault = "InactiveProvider" },
        new("provider without the function", provider, request)
            { Before = Provider(provider.Value, $$"""{"notImplemented":["{{request.Operation.Name}}"]}"""), Fault = "NotImplemented" },
    ];

    private static FaultDomainId Domain(string id) => new() { Id = id };
}
