using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms.Translation;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Sms;

/// <summary>The replication operations. Each checks its arguments, then starts a task.</summary>
internal static class ReplicationTaskHandlers
{
    public static void Register(HandlerTable handlers) => handlers
        .On<SyncReplicationGroupRequest>(Sync)
        .On<TestFailoverReplicationGroupStartRequest>(TestStart)
        .On<TestFailoverReplicationGroupStopRequest>(TestStop)
        .On<PromoteReplicationGroupRequest>(Promote)
        .On<PrepareFailoverReplicationGroupRequest>((call, request, world) =>
            Start(call, world, ReplicationOperation.PrepareFailover, "groupId", Select(request.GroupId)))
        .On<FailoverReplicationGroupRequest>((call, request, world) =>
            Failover(call, world, ReplicationOperation.Failover, "failoverParam", request.FailoverParam))
        .On<ReverseReplicateGroupRequest>((call, request, world) =>
            Start(call, world, ReplicationOperation.Reverse, "groupId", Select(request.GroupId)));

    private static Outcome Sync(VmodlCall call, SyncReplicationGroupRequest request, World world) =>
        request.PitName.Length == 0
            ? VmodlCall.Invalid("pitName")
            : Start(call, world, ReplicationOperation.Sync, "groupId", Select(request.GroupId), c => c with { ReplicaName = request.PitName });

    private static Outcome TestStart(VmodlCall call, TestFailoverReplicationGroupStartRequest request, World world) =>
        Failover(call, world, ReplicationOperation.TestStart, "testFailoverParam", request.TestFailoverParam);

    private static Outcome TestStop(VmodlCall call, TestFailoverReplicationGroupStopRequest request, World world) =>
        Start(call, world, ReplicationOperation.TestStop, "groupId", Select(request.GroupId), c => c with { Force = request.Force });

    private static Outcome Promote(VmodlCall call, PromoteReplicationGroupRequest request, World world) => Start(
        call,
        world,
        ReplicationOperation.Promote,
        "promoteParam.replicationGroupsToPromote",
        Select(request.PromoteParam.ReplicationGroupsToPromote),
        c => c with { IsPlanned = request.PromoteParam.IsPlanned });

    private static Outcome Failover(VmodlCall call, World world, ReplicationOperation operation, string name, FailoverParam param)
    {
        List<PolicyForDevice> policies = [];
        foreach (PolicyAssociation policy in param.PolicyAssociations ?? [])
        {
            if (policy.Id.ToCore() is not { } device)
            {
                return VmodlCall.Invalid($"{name}.policyAssociations.id");
            }

            policies.Add(new PolicyForDevice(device, policy.PolicyId, policy.Datastore.Value));
        }

        GroupSelection[]? groups = param.ReplicationGroupsToFailover?
            .Select(g => new GroupSelection(g.GroupId.ToCore(), g.PitId?.Id)).ToArray();
        return Start(call, world, operation, $"{name}.replicationGroupsToFailover", groups, c => c with
        {
            IsPlanned = param.IsPlanned,
            CheckOnly = param.CheckOnly,
            Policies = policies,
        });
    }

    private static Outcome Start(
        VmodlCall call,
        World world,
        ReplicationOperation operation,
        string groupsName,
        IReadOnlyList<GroupSelection>? groups,
        Func<ReplicationCommand, ReplicationCommand>? complete = null)
    {
        // The type library has the groups optional; the text says that none is an error, and it wins.
        if (groups is not { Count: > 0 })
        {
            return VmodlCall.Invalid(groupsName);
        }

        ReplicationCommand command = new()
        {
            Operation = operation,
            Method = call.OperationName,
            Provider = call.Target.Value,
            Groups = groups,
        };
        return ReplicationTasks.Start(world, complete?.Invoke(command) ?? command).ToOutcome(task => SmsObjects.Task(task.Id));
    }

    private static GroupSelection[]? Select(IReadOnlyList<ReplicationGroupId>? ids) =>
        ids?.Select(i => new GroupSelection(i.ToCore())).ToArray();
}
