using VasaSim.Core;
using VasaSim.Core.Lab;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Twin;

/// <content>The replication tasks: each with what a provider says to the call, and with what a group may come to.</content>
public static partial class TwinCases
{
    private static IEnumerable<TwinCase> Replication() =>
    [
        .. Sync(), .. TestStart(), .. TestStop(), .. Promote(), .. Prepare(), .. Failover(), .. Reverse(),
    ];

    private static IEnumerable<TwinCase> Sync() =>
    [
        new("done", _target, Sync(_replica, _empty)),
        new("seen while it runs", _target, Sync(_replica)) { Instant = false },
        new("mixed", _target, Sync(_inTest, _replica, _replica, _unknown)) { Within = ["InvalidReplicationState", "DuplicateEntry", "NotFound"] },
        new("at the source", _active, Sync(_source)) { Within = ["InvalidFunctionTarget"] },
        new("link cut", _target, Sync(_replica)) { Before = LinkDown(), Within = ["PeerNotReachable"] },
        new("sync ongoing", _target, Sync(_replica)) { Instant = false, Before = Call(_target, Sync(_replica)), Within = ["SyncOngoing"] },
        new("no groups", _target, new SyncReplicationGroupRequest { PitName = "x" }) { Fault = "InvalidArgument" },
        new("no name", _target, new SyncReplicationGroupRequest { GroupId = [_replica], PitName = "" }) { Fault = "InvalidArgument" },
        .. GateOfTask(_target, Sync(_replica)),
    ];

    private static IEnumerable<TwinCase> TestStart() =>
    [
        new("done", _target, Test(_replica)),
        new("whole machines", _filter, Test(_wholeMachine)),
        new("checked only", _target, Test(check: true, _replica)),
        new("no replica", _target, Test(_neverCopied)) { Within = ["NoValidReplica"] },
        new("again", _target, Test(_replica)) { Before = Call(_target, Test(_replica)), Within = ["AlreadyDone"] },
        new("unknown replica", _target, new TestFailoverReplicationGroupStartRequest
        {
            TestFailoverParam = new TestFailoverParam
            {
                IsPlanned = false,
                CheckOnly = false,
                ReplicationGroupsToFailover = [new ReplicationGroupData { GroupId = _replica, PitId = new PointInTimeReplicaId { Id = "none" } }],
            },
        }) { Within = ["NotFound"] },
        new("rejected policy", _target, new TestFailoverReplicationGroupStartRequest
        {
            TestFailoverParam = new TestFailoverParam
                { IsPlanned = true, CheckOnly = false, ReplicationGroupsToFailover = Data([_replica]), PolicyAssociations = [RejectedPolicy()] },
        })
            { Knobs = Rejecting, Within = ["InvalidProfile"] },
        .. GateOfTask(_target, Test(_replica)),
    ];

    private static IEnumerable<TwinCase> TestStop() =>
    [
        new("devices in use", _target, Stop(force: false, _inTest)) { Within = ["SmsResourceInUse"] },
        new("by force", _target, Stop(force: true, _inTest)),
        new("none runs", _target, Stop(force: false, _replica)) { Within = ["AlreadyDone"] },
        new("force not supported", _filter, Stop(force: true, _wholeMachine)) { Fault = "NotSupportedByProvider" },
        new("at the source", _active, Stop(force: false, _source)) { Within = ["InvalidFunctionTarget"] },
        .. GateOfTask(_target, Stop(force: false, _replica)),
    ];

    private static IEnumerable<TwinCase> Promote() =>
    [
        new("done", _target, Promote(_inTest)),
        new("no test", _target, Promote(_replica)) { Within = ["InvalidReplicationState"] },
        new("not capable", _active, Promote(SmsClient.Group("fd-a1", "rg-05-t")))
            { Before = Call(_active, Test(SmsClient.Group("fd-a1", "rg-05-t"))), Within = ["NotSupportedByProvider"] },
        .. GateOfTask(_target, Promote(_inTest)),
    ];

    private static IEnumerable<TwinCase> Prepare() =>
    [
        new("done", _active, Prepare(_source)),
        new("at the target", _target, Prepare(_replica)) { Within = ["InvalidFunctionTarget"] },
        new("no target yet", _active, Prepare(SmsClient.Group("fd-a1", "rg-07"))) { Within = ["NoReplicationTarget"] },
        new("devices in use", _active, Prepare(_source)) { Knobs = k => k with { PrepareRequiresUnbound = true }, Within = ["SmsResourceInUse"] },
        .. GateOfTask(_active, Prepare(_source)),
    ];

    private static IEnumerable<TwinCase> Failover() =>
    [
        new("planned", _target, Failover(planned: true, _replica)),
        new("of nothing", _target, Failover(planned: true, _empty)),
        new("unplanned, link cut", _target, Failover(planned: false, _replica)) { Before = LinkDown() },
        new("planned, link cut", _target, Failover(planned: true, _replica)) { Before = LinkDown(), Within = ["PeerNotReachable"] },
        new("whole machines", _filter, Failover(planned: false, _wholeMachine)),
        new("one device without replica", _target, Failover(planned: true, _neverCopied))
            { Before = Call(_target, Sync(_neverCopied)), Within = ["NoValidReplica"] },
        new("rejected policy", _target, new FailoverReplicationGroupRequest
        {
            FailoverParam = new FailoverParam
                { IsPlanned = true, CheckOnly = false, ReplicationGroupsToFailover = Data([_replica]), PolicyAssociations = [RejectedPolicy()] },
        })
            { Knobs = Rejecting, Within = ["InvalidProfile"] },
        new("again", _target, Failover(planned: true, _failedOver)) { Within = ["AlreadyDone"] },
        new("refused by the task", _target, Failover(planned: true, _replica))
        {
            Knobs = k => k with { TaskFaultDelivery = TaskFaultDelivery.Task },
            Before = Provider("vasaProvider-3", """{"busy":true}"""),
            TaskError = "ProviderBusy",
        },
        .. GateOfTask(_target, Failover(planned: true, _replica)),
    ];

    private static IEnumerable<TwinCase> Reverse() =>
    [
        new("done", _target, Reverse(_failedOver)),
        new("not failed over", _target, Reverse(_replica)) { Within = ["InvalidReplicationState"] },
        new("link cut", _target, Reverse(_failedOver)) { Before = LinkDown(), Within = ["PeerNotReachable"] },
        .. GateOfTask(_target, Reverse(_failedOver)),
    ];

    // What a provider says to a task as a whole; the standby is asked for the same, since it looks at no group.
    private static IEnumerable<TwinCase> GateOfTask(ManagedObjectReference provider, Request request) =>
    [
        .. GateOfQuery(provider, _standby, request),
        new("provider out of resource", provider, request)
            { Before = Provider(provider.Value, """{"outOfResource":true}"""), Fault = "ProviderOutOfResource" },
        new("too many", provider, request)
        {
            Before = Provider(provider.Value, """{"maxBatchSize":{"enforced":1,"reported":1}}"""),
            Fault = "TooMany",
            Request = Doubled(request),
        },
        new("wrong arguments", provider, Doubled(request, times: 0)) { Fault = "InvalidArgument" },
    ];

    // The same call with its groups more than once, or without any.
    private static Request Doubled(Request request, int times = 2) => request switch
    {
        SyncReplicationGroupRequest r => new SyncReplicationGroupRequest { GroupId = Repeat(r.GroupId, times), PitName = r.PitName },
        TestFailoverReplicationGroupStartRequest r => Test(Repeat(r.TestFailoverParam.ReplicationGroupsToFailover!.Select(g => g.GroupId), times)),
        TestFailoverReplicationGroupStopRequest r => Stop(r.Force, Repeat(r.GroupId, times)),
        PromoteReplicationGroupRequest r => Promote(Repeat(r.PromoteParam.ReplicationGroupsToPromote, times)),
        PrepareFailoverReplicationGroupRequest r => Prepare(Repeat(r.GroupId, times)),
        FailoverReplicationGroupRequest r => Failover(planned: true, Repeat(r.FailoverParam.ReplicationGroupsToFailover!.Select(g => g.GroupId), times)),
        ReverseReplicateGroupRequest r => Reverse(Repeat(r.GroupId, times)),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    private static ReplicationGroupId[] Repeat(IEnumerable<ReplicationGroupId>? groups, int times) =>
        [.. Enumerable.Repeat(groups!, times).SelectMany(g => g)];

    private static Knobs Rejecting(Knobs knobs) => knobs with { RejectedPolicies = ["bad-policy"] };

    private static SyncReplicationGroupRequest Sync(params ReplicationGroupId[] groups) => new() { GroupId = groups, PitName = "twin & <co>" };

    private static TestFailoverReplicationGroupStartRequest Test(params ReplicationGroupId[] groups) => Test(check: false, groups);

    private static TestFailoverReplicationGroupStartRequest Test(bool check, params ReplicationGroupId[] groups) =>
        new() { TestFailoverParam = new TestFailoverParam { IsPlanned = true, CheckOnly = check, ReplicationGroupsToFailover = Data(groups) } };

    private static TestFailoverReplicationGroupStopRequest Stop(bool force, params ReplicationGroupId[] groups) => new() { GroupId = groups, Force = force };

    private static PromoteReplicationGroupRequest Promote(params ReplicationGroupId[] groups) =>
        new() { PromoteParam = new PromoteParam { IsPlanned = true, ReplicationGroupsToPromote = groups } };

    private static PrepareFailoverReplicationGroupRequest Prepare(params ReplicationGroupId[] groups) => new() { GroupId = groups };

    private static FailoverReplicationGroupRequest Failover(bool planned, params ReplicationGroupId[] groups) =>
        new() { FailoverParam = new FailoverParam { IsPlanned = planned, CheckOnly = false, ReplicationGroupsToFailover = Data(groups) } };

    private static ReverseReplicateGroupRequest Reverse(params ReplicationGroupId[] groups) => new() { GroupId = groups };

    private static ReplicationGroupData[] Data(IEnumerable<ReplicationGroupId> groups) => [.. groups.Select(g => new ReplicationGroupData { GroupId = g })];

    // The first device of the first group, with the seed that a simulator has by default.
    private static PolicyAssociation RejectedPolicy()
    {
        string seed = DerivedId.Hex("vasasim-lab 42");
        return new()
        {
            Id = new VVolId { Id = $"rfc4122.{seed[..8]}-{seed[8..12]}-5a00-0001-000000000001" },
            PolicyId = "bad-policy",
            Datastore = new ManagedObjectReference("Datastore", "datastore-61"),
        };
    }
}
