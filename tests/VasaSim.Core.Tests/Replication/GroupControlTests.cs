using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replicas;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replication;

/// <summary>What a tester does to groups.</summary>
public sealed class GroupControlTests
{
    private const string A = "fd-a1/rg-01";
    private const string B = "fd-b1/rg-01-t";

    [Theory]
    [InlineData(ReplicationState.InTest, ReplicationOperation.TestStart)]
    [InlineData(ReplicationState.FailedOver, ReplicationOperation.Failover)]
    public void A_state_is_reached_as_the_operation_reaches_it(ReplicationState state, ReplicationOperation operation)
    {
        TestWorld byHand = new();
        TestWorld byCall = new(instant: true);

        Assert.Equal(state, To(byHand, B, state).Value.State);
        byCall.RunOne(byCall.Command(operation, B) with { IsPlanned = false });

        Assert.Equal(byCall.Picture(), byHand.Picture());
    }

    [Fact]
    public void A_group_goes_through_all_states_and_its_partner_follows()
    {
        TestWorld lab = new();
        lab.Patch("vasaProvider-3", new() { ReverseIds = ReverseIds.Keep });

        To(lab, B, ReplicationState.InTest);
        Assert.Equal(ReplicationState.Target, To(lab, B, ReplicationState.Target).Value.State);
        To(lab, B, ReplicationState.InTest);
        DeviceId copy = lab.Group(B).Members[0].Recovered!;
        To(lab, B, ReplicationState.FailedOver);
        Assert.Equal(copy, lab.Group(B).Members[0].Recovered);
        Assert.Equal(ReplicationState.RemoteFailedOver, lab.State(A));

        Assert.Equal(ReplicationState.Source, To(lab, B, ReplicationState.Source).Value.State);
        Assert.Equal(ReplicationState.Target, lab.State(A));
    }

    [Fact]
    public void A_reverse_with_new_ids_gives_the_new_group_with_what_was_asked_for()
    {
        TestWorld lab = new();
        lab.Patch("vasaProvider-3", new() { ReverseIds = ReverseIds.New });
        To(lab, B, ReplicationState.FailedOver);

        ReplicationGroup group = GroupControl.Set(
            lab.World, lab.Group(B), new(ReplicationState.Source, null, g => g with { Description = "mine" })).Value;

        Assert.Equal("fd-b1/r-rg-01", group.Id.ToString());
        Assert.Equal("mine", lab.Group("fd-b1/r-rg-01").Description);
    }

    [Fact]
    public void A_group_that_reverses_at_once_ends_as_a_source()
    {
        TestWorld lab = new();

        Assert.Equal(ReplicationState.Source, To(lab, "fd-b1/rg-09-t", ReplicationState.FailedOver).Value.State);
        Assert.Equal(ReplicationState.Target, lab.State("fd-a1/rg-09"));
    }

    [Fact]
    public void A_state_that_no_law_leads_to_is_refused_and_nothing_changes()
    {
        TestWorld lab = new();
        string before = lab.Picture();

        Assert.Equal(
            [ReplicationState.FailedOver],
            Assert.IsType<InvalidReplicationState>(To(lab, B, ReplicationState.Source).Fault).Desired);
        Assert.Empty(Assert.IsType<InvalidReplicationState>(To(lab, A, ReplicationState.Target).Fault).Desired);

        Assert.Equal(before, lab.Picture());
        Assert.Equal([ReplicationState.InTest, ReplicationState.FailedOver], GroupControl.NextStates(lab.Group(B), force: false));
        Assert.Empty(GroupControl.NextStates(lab.Group(A), force: false));
    }

    [Fact]
    public void What_the_law_refuses_is_refused()
    {
        TestWorld lab = new();
        Assert.IsType<NoValidReplica>(To(lab, "fd-b1/rg-07-t", ReplicationState.FailedOver).Fault);

        lab.World.Put(lab.Group(B) with { PromoteCapable = false });
        To(lab, B, ReplicationState.InTest);
        Assert.IsType<NotSupportedByProvider>(To(lab, B, ReplicationState.FailedOver).Fault);
        Assert.True(GroupControl.Set(lab.World, lab.Group(B), new(ReplicationState.FailedOver, null, g => g with { PromoteCapable = true })).Fault is null);

        lab.Cut();
        Assert.IsType<PeerNotReachable>(To(lab, B, ReplicationState.Source).Fault);
        ReplicationTask sync = lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-n1/rg-02-n"));
        Assert.IsType<SyncOngoing>(To(lab, "fd-n1/rg-02-n", ReplicationState.InTest).Fault);
        lab.End(sync);
        Assert.Null(To(lab, "fd-n1/rg-02-n", ReplicationState.InTest).Fault);
    }

    [Fact]
    public void Without_a_link_the_partner_learns_of_it_later()
    {
        TestWorld lab = new();
        lab.Cut();

        To(lab, B, ReplicationState.FailedOver);
        Assert.Equal(ReplicationState.Source, lab.State(A));

        lab.Mend();
        Assert.Equal(ReplicationState.RemoteFailedOver, lab.State(A));
    }

    [Theory]
    [InlineData(ReplicationState.Source)]
    [InlineData(ReplicationState.InTest)]
    [InlineData(ReplicationState.FailedOver)]
    [InlineData(ReplicationState.RemoteFailedOver)]
    public void By_force_one_side_alone_changes_and_can_go_back(ReplicationState state)
    {
        TestWorld lab = new();
        string partner = TestWorld.Json(lab.Group(A));
        int replicas = lab.Replicas(B).Count;

        ReplicationGroup forced = To(lab, B, state, force: true).Value;

        Assert.Equal(state, forced.State);
        Assert.Equal(partner, TestWorld.Json(lab.Group(A)));
        bool surfaced = state is ReplicationState.InTest or ReplicationState.FailedOver;
        Assert.All(forced.Members, m => Assert.Equal(surfaced, m.Recovered is not null));
        Assert.Equal(surfaced, forced.Recovery is not null);
        lab.Advance(TimeSpan.FromHours(1));
        Assert.Equal(state == ReplicationState.InTest ? forced.Schedule!.Pauses.Count : 1, lab.Group(B).Schedule!.Pauses.Count);

        To(lab, B, ReplicationState.Target, force: true);
        Assert.False(lab.Group(B).Schedule!.IsStopped);
        Assert.Equal(replicas, lab.Replicas(B).Count);
        Assert.IsType<GroupSynced>(lab.RunOne(ReplicationOperation.Sync, B));
    }

    [Theory]
    [InlineData(ReplicationOperation.Sync)]
    [InlineData(ReplicationOperation.TestStart)]
    [InlineData(ReplicationOperation.TestStop)]
    [InlineData(ReplicationOperation.Promote)]
    [InlineData(ReplicationOperation.PrepareFailover)]
    [InlineData(ReplicationOperation.Failover)]
    [InlineData(ReplicationOperation.Reverse)]
    public void In_every_state_by_force_every_operation_has_an_outcome(ReplicationOperation operation)
    {
        int done = 0;
        foreach (GroupId id in new TestWorld().World.Groups.Select(g => g.Id).ToArray())
        {
            foreach (ReplicationState state in Enum.GetValues<ReplicationState>())
            {
                TestWorld lab = new(instant: true);
                if (GroupControl.Set(lab.World, lab.World.FindGroup(id)!, new(state, null, g => g), force: true).Fault is null)
                {
                    done += lab.RunOne(operation, id.ToString()) is GroupFailed ? 0 : 1;
                }
            }
        }

        Assert.NotEqual(0, done);
    }

    [Fact]
    public void By_force_a_source_can_only_be_a_source()
    {
        TestWorld lab = new();

        Assert.IsType<NoReplicationTarget>(To(lab, A, ReplicationState.Target, force: true).Fault);
        Assert.Equal(ReplicationState.RemoteFailedOver, To(lab, A, ReplicationState.RemoteFailedOver, force: true).Value.State);
        Assert.Equal([ReplicationState.Source], GroupControl.NextStates(lab.Group(A), force: true));
        Assert.Equal(ReplicationState.Target, lab.State(B));
        Assert.IsType<InvalidReplicationState>(lab.Refused(ReplicationOperation.Sync, B));
    }

    [Fact]
    public void A_prepare_stops_the_targets_schedules_and_taking_it_back_lets_them_go_on()
    {
        TestWorld byHand = new();
        TestWorld byCall = new(instant: true);
        Assert.True(Prepared(byHand, A, true).Value.Prepared);
        byCall.RunOne(ReplicationOperation.PrepareFailover, A);
        Assert.Equal(byCall.Picture(), byHand.Picture());

        Assert.False(Prepared(byHand, A, false).Value.Prepared);
        Assert.False(byHand.Group(B).Schedule!.IsStopped);

        Assert.True(Prepared(byHand, A, true, force: true).Value.Prepared);
        Assert.False(byHand.Group(B).Schedule!.IsStopped);
        Assert.IsType<InvalidReplicationState>(Prepared(byHand, B, true).Fault);
    }

    [Fact]
    public void Whatever_the_provider_is_like_the_array_does_it()
    {
        TestWorld lab = new();
        lab.Patch("vasaProvider-3", new() { Busy = true, Status = ProviderStatus.Offline });

        Assert.Null(To(lab, B, ReplicationState.InTest).Fault);
        Assert.Equal("by-hand", ReplicaControl.Make(lab.World, lab.Group("fd-n1/rg-02-n"), "by-hand").Value.Name);
    }

    [Fact]
    public void A_replica_is_made_as_a_sync_makes_it_and_can_go_again()
    {
        TestWorld byHand = new();
        TestWorld byCall = new(instant: true);
        Replica made = ReplicaControl.Make(byHand.World, byHand.Group(B), "by-hand").Value;
        byCall.RunOne(ReplicationOperation.Sync, B);
        Assert.Equal(byCall.Picture(), byHand.Picture());
        Assert.False(made.Scheduled);

        Assert.True(ReplicaControl.Expire(byHand.World, byHand.Group(B), made));
        Assert.DoesNotContain(byHand.Replicas(B), r => r.Id == made.Id);
        Replica scheduled = byHand.Replicas(B)[^1];
        Assert.True(scheduled.Scheduled);
        Assert.False(ReplicaControl.Expire(byHand.World, byHand.Group(B), scheduled));
        Assert.Contains(byHand.Replicas(B), r => r.Id == scheduled.Id);
    }

    [Fact]
    public void A_source_gets_no_replica()
    {
        TestWorld lab = new();

        Assert.IsType<InvalidFunctionTarget>(ReplicaControl.Make(lab.World, lab.Group(A), "x").Fault);
    }

    private static Result<ReplicationGroup> To(TestWorld lab, string group, ReplicationState state, bool force = false) =>
        GroupControl.Set(lab.World, lab.Group(group), new(state, null, g => g), force);

    private static Result<ReplicationGroup> Prepared(TestWorld lab, string group, bool prepared, bool force = false) =>
        GroupControl.Set(lab.World, lab.Group(group), new(null, prepared, g => g), force);
}
