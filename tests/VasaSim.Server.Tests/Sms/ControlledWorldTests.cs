using System.Net;
using System.Net.Http.Json;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Sms;

/// <summary>What clients see of what a tester does to groups and to the world.</summary>
public sealed class ControlledWorldTests
{
    private static readonly ManagedObjectReference _target = SmsClient.Provider(3);
    private static readonly ReplicationGroupId _rg01 = SmsClient.Group("fd-b1", "rg-01-t");

    [Fact]
    public async Task A_session_outlives_a_restore_and_sees_the_world_as_it_was()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);
        await OkAsync(simulator, HttpMethod.Post, "/_sim/v1/snapshots", new { name = "before" });
        int replicas = (await client.ReplicasAsync(_target, _rg01)).Count;
        GroupOperationResult first = await SyncAsync(client);

        await OkAsync(simulator, HttpMethod.Post, "/_sim/v1/clock/advance", new { by = "3h" });
        await OkAsync(simulator, HttpMethod.Post, "/_sim/v1/snapshots/before/restore", null);

        Assert.Equal(replicas, (await client.ReplicasAsync(_target, _rg01)).Count);
        GroupOperationResult again = await SyncAsync(client);
        Assert.Equal(
            Assert.IsType<SyncReplicationGroupSuccessResult>(first).PitId!.Id,
            Assert.IsType<SyncReplicationGroupSuccessResult>(again).PitId!.Id);
    }

    [Fact]
    public async Task A_state_by_the_control_api_is_the_one_that_clients_are_told()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);

        await OkAsync(simulator, HttpMethod.Patch, "/_sim/v1/groups/fd-b1/rg-01-t", new { state = "FAILEDOVER", name = "Mail" });

        TargetGroupInfo group = Assert.IsType<TargetGroupInfo>(await client.GroupAsync(_target, _rg01));
        Assert.Equal(("FAILEDOVER", "Mail"), (group.State, group.Name));
        Assert.All(group.Devices!, d => Assert.NotNull(Assert.IsType<RecoveredTargetGroupMemberInfo>(d).RecoveredDeviceId));
    }

    [Fact]
    public async Task In_every_state_that_force_leads_to_a_group_can_be_asked_for()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);
        (GroupId Id, ReplicationState State)[] forced = await simulator.Host.Workspace.RunAsync(static world => world.Groups
            .Where(g => g.Id.FaultDomain == "fd-b1")
            .SelectMany(g => GroupControl.NextStates(g, force: true).Select(s => (g.Id, s))).ToArray());
        Assert.NotEmpty(forced);

        foreach ((GroupId id, ReplicationState state) in forced)
        {
            await simulator.Host.Workspace.RunAsync(world =>
                GroupControl.Set(world, world.FindGroup(id)!, new GroupPatch(state, null, g => g), force: true).Value);
            GroupInfo group = await client.GroupAsync(_target, SmsClient.Group(id.FaultDomain, id.DeviceGroup));
            Assert.Equal(state is ReplicationState.Source or ReplicationState.RemoteFailedOver, group is SourceGroupInfo);
        }
    }

    private static async Task<GroupOperationResult> SyncAsync(SmsClient client) =>
        (await client.RunAsync(_target, new SyncReplicationGroupRequest { GroupId = [_rg01], PitName = "x" }))[0];

    private static async Task OkAsync(Simulator simulator, HttpMethod method, string path, object? body)
    {
        using HttpRequestMessage request = new(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using HttpResponseMessage response = await simulator.Control.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
