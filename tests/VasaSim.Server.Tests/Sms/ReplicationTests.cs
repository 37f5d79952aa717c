using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Sms;

/// <summary>The main job over a real socket: sync, test, fail over and reverse.</summary>
public sealed class ReplicationTests
{
    private static readonly ManagedObjectReference _target = SmsClient.Provider(3);
    private static readonly ReplicationGroupId _rg01 = SmsClient.Group("fd-b1", "rg-01-t");

    [Fact]
    public async Task Sync_makes_a_replica_that_the_query_shows()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);

        IReadOnlyList<GroupOperationResult> results = await client.RunAsync(
            _target,
            new SyncReplicationGroupRequest { GroupId = [_rg01, SmsClient.Group("fd-b1", "rg-02-t")], PitName = "before the update" });

        SyncReplicationGroupSuccessResult synced = Assert.IsType<SyncReplicationGroupSuccessResult>(results[0]);
        Assert.IsType<SyncReplicationGroupSuccessResult>(results[1]);
        Assert.Equal("before the update", synced.PitName);
        PointInTimeReplicaInfo newest = (await client.ReplicasAsync(_target, _rg01))[^1];
        Assert.Equal((synced.PitId!.Id, synced.PitName, synced.TimeStamp), (newest.Id.Id, newest.PitName, newest.TimeStamp));
    }

    [Fact]
    public async Task A_planned_failover_and_a_reverse_swap_the_roles()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);
        ReplicationGroupId source = SmsClient.Group("fd-a1", "rg-01");

        Assert.IsType<GroupOperationResult>((await client.RunAsync(
            SmsClient.Provider(1), new PrepareFailoverReplicationGroupRequest { GroupId = [source] }))[0]);
        FailoverSuccessResult failedOver = Assert.IsType<FailoverSuccessResult>((await client.RunAsync(_target, Failover(_rg01)))[0]);
        Assert.Equal("FAILEDOVER", failedOver.NewState);
        Assert.Equal(5, failedOver.RecoveredDeviceInfo!.Count);
        Assert.Equal("REMOTE_FAILEDOVER", Assert.IsType<SourceGroupInfo>(await client.GroupAsync(SmsClient.Provider(1), source)).State);

        ReverseReplicationSuccessResult reversed = Assert.IsType<ReverseReplicationSuccessResult>(
            (await client.RunAsync(_target, new ReverseReplicateGroupRequest { GroupId = [_rg01] }))[0]);

        SourceGroupInfo now = Assert.IsType<SourceGroupInfo>(
            await client.GroupAsync(_target, SmsClient.Group("fd-b1", reversed.NewGroupId.Id)));
        Assert.Equal("SOURCE", now.State);
        Assert.Equal("fd-a1", Assert.Single(now.Replica!).TargetGroupId.FaultDomainId.Id);
    }

    [Fact]
    public async Task A_group_that_fails_does_not_hold_up_the_others()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);

        IReadOnlyList<GroupOperationResult> results = await client.RunAsync(
            _target,
            new SyncReplicationGroupRequest { GroupId = [SmsClient.Group("fd-b1", "rg-03-t"), _rg01, _rg01, SmsClient.Group("fd-b1", "none")], PitName = "x" });

        InvalidReplicationState state = Assert.IsType<InvalidReplicationState>(ErrorOf(results[0]));
        Assert.Equal(("INTEST", "TARGET"), (state.CurrentState, Assert.Single(state.DesiredState!)));
        Assert.IsType<SyncReplicationGroupSuccessResult>(results[1]);
        Assert.IsType<DuplicateEntry>(ErrorOf(results[2]));
        Assert.IsType<NotFound>(ErrorOf(results[3]));
    }

    private static MethodFault ErrorOf(GroupOperationResult result) =>
        Assert.Single(Assert.IsType<GroupErrorResult>(result).Error).Fault;

    private static FailoverReplicationGroupRequest Failover(ReplicationGroupId group) => new()
    {
        FailoverParam = new FailoverParam
        {
            IsPlanned = true,
            CheckOnly = false,
            ReplicationGroupsToFailover = [new ReplicationGroupData { GroupId = group }],
        },
    };
}
