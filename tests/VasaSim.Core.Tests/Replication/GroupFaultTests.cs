using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replication;

/// <summary>Faults of single groups: which, in which order, and that the other groups of the call do not mind.</summary>
public sealed class GroupFaultTests
{
    public static TheoryData<ReplicationOperation> Operations() => [.. Enum.GetValues<ReplicationOperation>()];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Only_the_first_of_equal_entries_is_worked_on(ReplicationOperation operation)
    {
        TestWorld lab = new();
        string group = operation switch
        {
            ReplicationOperation.PrepareFailover => "fd-b1/rg-05",
            ReplicationOperation.TestStop or ReplicationOperation.Promote => "fd-b1/rg-03-t",
            ReplicationOperation.Reverse => "fd-b1/rg-04-t",
            _ => "fd-b1/rg-01-t",
        };

        IReadOnlyList<GroupOutcome> outcomes = lab.Run(lab.Command(operation, group, "fd-b1/nothing", group, group) with { Force = operation == ReplicationOperation.TestStop });

        Assert.IsNotType<GroupFailed>(outcomes[0]);
        Assert.IsType<NotFound>(Assert.IsType<GroupFailed>(outcomes[1]).Error);
        Assert.IsType<DuplicateEntry>(Assert.IsType<GroupFailed>(outcomes[2]).Error);
        Assert.IsType<DuplicateEntry>(Assert.IsType<GroupFailed>(outcomes[3]).Error);
        Assert.Equal([group, "fd-b1/nothing", group, group], outcomes.Select(o => o.Group.ToString()));
    }

    [Theory]
    [InlineData("fd-b1/nothing")]
    [InlineData("fd-nowhere/rg-01-t")]
    [InlineData("ffffffff/ffffffff")]
    [InlineData("fd-b1/RG-01-T")]
    public void A_group_that_is_not_there_is_not_found(string group)
    {
        TestWorld lab = new();

        Assert.IsType<NotFound>(lab.Refused(lab.Command(ReplicationOperation.Sync, "fd-b1/rg-01-t") with { Groups = [new(TestWorld.Id(group))] }));
    }

    [Theory]
    [InlineData("fd-a1/rg-05-t")]
    [InlineData("fd-io-b/rg-08-t")]
    public void A_group_of_another_provider_is_not_found(string group)
    {
        TestWorld lab = new();

        Assert.IsType<NotFound>(lab.Refused(lab.Command(ReplicationOperation.Sync, group) with { Provider = Inventory.B1 }));
    }

    [Fact]
    public void A_failed_group_does_not_undo_the_others()
    {
        TestWorld lab = new();

        IReadOnlyList<GroupOutcome> outcomes = lab.Run(lab.Command(
            ReplicationOperation.Failover, "fd-b1/rg-03-t", "fd-b1/rg-01-t", "fd-b1/rg-07-t", "fd-b1/rg-06-t"));

        Assert.Equal([typeof(GroupFailed), typeof(GroupRecovered), typeof(GroupFailed), typeof(GroupRecovered)], outcomes.Select(o => o.GetType()));
        Assert.Equal(ReplicationState.InTest, lab.State("fd-b1/rg-03-t"));
        Assert.Equal(ReplicationState.FailedOver, lab.State("fd-b1/rg-01-t"));
        Assert.Equal(ReplicationState.Target, lab.State("fd-b1/rg-07-t"));
        Assert.Equal(ReplicationState.FailedOver, lab.State("fd-b1/rg-06-t"));
    }

    [Fact]
    public void A_task_whose_groups_all_failed_is_a_success()
    {
        TestWorld lab = new();

        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-b1/rg-03-t"));
        lab.End(task);

        Assert.Equal(ServiceTaskState.Success, lab.World.FindTask(task.Id)!.StateAt(lab.Now));
        Assert.Null(lab.World.FindTask(task.Id)!.Error);
    }

    [Fact]
    public void The_wrong_end_is_said_before_a_running_task()
    {
        TestWorld lab = new();
        lab.Begin(lab.Command(ReplicationOperation.PrepareFailover, "fd-a1/rg-01"));

        Assert.IsType<InvalidFunctionTarget>(Now(lab, lab.Command(ReplicationOperation.Failover, "fd-a1/rg-01")));
    }

    [Fact]
    public void A_running_task_is_said_before_the_state_and_before_already_done()
    {
        TestWorld lab = new();
        lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-b1/rg-01-t"));
        lab.Begin(lab.Command(ReplicationOperation.Promote, "fd-b1/rg-03-t"));

        Assert.IsType<SyncOngoing>(Now(lab, lab.Command(ReplicationOperation.TestStop, "fd-b1/rg-01-t")));
        Assert.IsType<SyncOngoing>(Now(lab, lab.Command(ReplicationOperation.Reverse, "fd-b1/rg-01-t")));
        Assert.IsType<ProviderBusy>(Now(lab, lab.Command(ReplicationOperation.Sync, "fd-b1/rg-03-t")));
    }

    [Fact]
    public void A_call_that_only_checks_does_not_keep_the_group_from_others()
    {
        TestWorld lab = new();
        lab.Begin(lab.Command(ReplicationOperation.Failover, "fd-b1/rg-01-t") with { CheckOnly = true });

        lab.Done<GroupSynced>(ReplicationOperation.Sync, "fd-b1/rg-01-t");
    }

    [Fact]
    public void The_group_is_free_again_when_its_task_has_ended()
    {
        TestWorld lab = new();
        lab.Done<GroupSynced>(ReplicationOperation.Sync, "fd-b1/rg-01-t");

        lab.Done<GroupSynced>(ReplicationOperation.Sync, "fd-b1/rg-01-t");
    }

    [Fact]
    public void The_state_is_said_before_what_is_not_supported_and_that_before_the_peer()
    {
        TestWorld lab = new();
        ReplicationCommand promote = lab.Command(ReplicationOperation.Promote, "fd-a1/rg-05-t") with { IsPlanned = true };
        lab.Cut();

        Assert.IsType<InvalidReplicationState>(Now(lab, promote));
        lab.Done<GroupRecovered>(lab.Command(ReplicationOperation.TestStart, "fd-a1/rg-05-t") with { IsPlanned = false });
        Assert.IsType<NotSupportedByProvider>(Now(lab, promote));
    }

    [Fact]
    public void The_state_is_said_before_the_peer_and_the_peer_before_the_replica()
    {
        TestWorld lab = new();
        lab.Cut();

        Assert.IsType<InvalidReplicationState>(Now(lab, lab.Command(ReplicationOperation.Sync, "fd-b1/rg-03-t")));
        Assert.IsType<NoReplicationTarget>(Now(lab, lab.Command(ReplicationOperation.PrepareFailover, "fd-a1/rg-07")));
        Assert.IsType<PeerNotReachable>(Now(lab, lab.Command(ReplicationOperation.Failover, "fd-b1/rg-07-t")));
        Assert.IsType<PeerNotReachable>(Now(lab, Wanting(lab, "fd-b1/rg-01-t", "no-such-replica")));
    }

    [Fact]
    public void The_replica_is_said_before_the_policy()
    {
        TestWorld lab = new();
        PolicyForDevice bad = new(new VVolId("rg-01-s1"), "", "datastore-61");

        Assert.IsType<NotFound>(Now(lab, Wanting(lab, "fd-b1/rg-01-t", "no-such-replica") with { Operation = ReplicationOperation.TestStart, Policies = [bad] }));
        Assert.IsType<InvalidProfile>(Now(lab, Wanting(lab, "fd-b1/rg-01-t", null) with { Operation = ReplicationOperation.TestStart, Policies = [bad] }));
    }

    [Theory]
    [InlineData(ReplicationOperation.TestStart)]
    [InlineData(ReplicationOperation.Failover)]
    public void A_group_without_any_replica_has_no_valid_replica(ReplicationOperation operation)
    {
        TestWorld lab = new();

        Assert.Equal(new NoValidReplica(null), lab.Refused(operation, "fd-b1/rg-07-t"));
    }

    [Fact]
    public void A_source_without_a_target_cannot_be_prepared()
    {
        TestWorld lab = new();

        Assert.IsType<NoReplicationTarget>(lab.Refused(ReplicationOperation.PrepareFailover, "fd-a1/rg-07"));
    }

    [Fact]
    public void A_planned_failover_without_prepare_is_refused_when_the_knob_says_so()
    {
        TestWorld lab = new(new Knobs { RequirePrepare = true });

        Assert.IsType<InvalidReplicationState>(lab.Refused(ReplicationOperation.Failover, "fd-b1/rg-01-t"));
        lab.Done<GroupDone>(ReplicationOperation.PrepareFailover, "fd-a1/rg-01");
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, "fd-b1/rg-01-t");
        lab.Done<GroupRecovered>(lab.Command(ReplicationOperation.Failover, "fd-b1/rg-06-t") with { IsPlanned = false });
    }

    private static ReplicationCommand Wanting(TestWorld lab, string group, string? replica) =>
        lab.Command(ReplicationOperation.Failover, group) with { Groups = [new GroupSelection(TestWorld.Id(group), replica)] };

    // What is said at the call, without letting time pass for what runs.
    private static Fault Now(TestWorld lab, ReplicationCommand command) =>
        Assert.IsType<GroupFailed>(Assert.Single(lab.Begin(command).Outcomes)).Error;
}
