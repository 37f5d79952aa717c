using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replicas;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replication;

/// <summary>Failover: planned, unplanned, checked only, from a chosen replica.</summary>
public sealed class FailoverTests
{
    private const string Source = "fd-a1/rg-01";
    private const string Target = "fd-b1/rg-01-t";

    [Fact]
    public void A_planned_failover_recovers_here_and_tells_the_source()
    {
        TestWorld lab = new();

        GroupRecovered done = lab.Done<GroupRecovered>(ReplicationOperation.Failover, Target);

        Assert.Equal(ReplicationState.FailedOver, done.NewState);
        Assert.Equal(Inventory.T0.AddSeconds(2), done.Time);
        Assert.Null(done.Replica);
        Assert.NotNull(done.ReplicaBefore);
        Assert.Equal(ReplicationState.FailedOver, lab.State(Target));
        Assert.Equal(ReplicationState.RemoteFailedOver, lab.State(Source));
    }

    [Fact]
    public void The_replicas_become_the_devices_under_their_own_ids()
    {
        TestWorld lab = new();

        GroupRecovered done = lab.Done<GroupRecovered>(ReplicationOperation.Failover, Target);

        Assert.Equal(5, done.Devices.Count);
        Assert.All(done.Devices, (d, i) =>
        {
            Assert.Equal(new VVolId($"rg-01-s{i + 1}"), d.Source);
            Assert.Equal($"rg-01-t-r{i + 1}", d.Replica);
            Assert.Equal(new VVolId($"rg-01-t-r{i + 1}"), d.Recovered);
            Assert.Equal("datastore-61", d.Datastore);
            Assert.Empty(d.Disks);
            Assert.Null(d.Error);
        });
        Assert.Equal(done.Devices.Select(d => d.Recovered), lab.Group(Target).Members.Select(m => m.Recovered));
    }

    [Fact]
    public void The_safety_replica_is_listed_and_goes_with_the_reverse()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.B1, new() { ReverseIds = ReverseIds.Keep });

        string before = lab.Done<GroupRecovered>(ReplicationOperation.Failover, Target).ReplicaBefore!;

        Replica replica = Assert.Single(lab.Replicas(Target), r => r.Id == before);
        Assert.Equal(["before-failover"], replica.Tags);
        Assert.Equal(lab.Now, replica.Time);
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, Target);
        Assert.Empty(lab.World.MadeReplicas(TestWorld.Id(Target)));
    }

    [Fact]
    public void A_chosen_replica_is_echoed_and_newer_ones_stay()
    {
        TestWorld lab = new();
        Replica[] all = [.. lab.Replicas(Target)];

        GroupRecovered done = lab.Done<GroupRecovered>(Wanting(lab, all[1].Id));

        Assert.Equal(all[1].Id, done.Replica);
        Assert.Equal(all[1].Id, lab.Group(Target).Recovery!.UsedReplica);
        Assert.Equal(all.Select(r => r.Id), lab.Replicas(Target).Where(r => r.Id != done.ReplicaBefore).Select(r => r.Id));
    }

    [Fact]
    public void An_unknown_replica_is_not_found()
    {
        TestWorld lab = new();

        Assert.IsType<NotFound>(lab.Refused(Wanting(lab, "pit-20250115T110500000Z")));
        Assert.IsType<NotFound>(lab.Refused(Wanting(lab, "")));
    }

    [Fact]
    public void An_unplanned_failover_uses_the_newest_replica_there_is()
    {
        TestWorld lab = new();
        string newest = lab.Replicas(Target)[^1].Id;

        GroupRecovered done = lab.Done<GroupRecovered>(lab.Command(ReplicationOperation.Failover, Target) with { IsPlanned = false });

        Assert.Null(done.Replica);
        Assert.Equal(newest, lab.Group(Target).Recovery!.UsedReplica);
    }

    [Fact]
    public void A_replica_of_this_very_moment_can_be_used_and_stays()
    {
        TestWorld lab = new(instant: true);
        lab.Advance(TimeSpan.FromHours(1));
        string newest = lab.Replicas(Target)[^1].Id;
        Assert.Equal("pit-20250115T130000000Z", newest);

        GroupRecovered done = lab.Done<GroupRecovered>(Wanting(lab, newest));

        Assert.Equal(newest, done.Replica);
        Assert.Contains(lab.Replicas(Target), r => r.Id == newest);
    }

    [Fact]
    public void An_empty_group_fails_over_without_devices()
    {
        TestWorld lab = new();

        Assert.Empty(lab.Done<GroupRecovered>(ReplicationOperation.Failover, "fd-b1/rg-06-t").Devices);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(true, "pit-20250115T110000000Z")]
    public void A_check_changes_nothing_and_says_what_would_be(bool planned, string? replica)
    {
        TestWorld lab = new();
        string before = lab.Picture();

        GroupDone done = lab.Done<GroupDone>(Wanting(lab, replica) with { IsPlanned = planned, CheckOnly = true });

        Assert.Empty(done.Warnings);
        Assert.Equal(before, lab.Picture());
        Assert.Equal(Inventory.T0.AddSeconds(0.2), lab.Now);
    }

    [Fact]
    public void A_check_finds_what_the_failover_would_find()
    {
        TestWorld lab = new();

        Assert.IsType<NoValidReplica>(lab.Refused(lab.Command(ReplicationOperation.Failover, "fd-b1/rg-07-t") with { CheckOnly = true }));
        lab.Cut();
        Assert.IsType<PeerNotReachable>(lab.Refused(lab.Command(ReplicationOperation.Failover, Target) with { CheckOnly = true }));
    }

    [Fact]
    public void A_checked_repeat_says_already_done_without_devices()
    {
        TestWorld lab = new();

        GroupDone done = lab.Done<GroupDone>(lab.Command(ReplicationOperation.Failover, "fd-b1/rg-04-t") with { CheckOnly = true });

        Assert.IsType<AlreadyDone>(Assert.Single(done.Warnings));
    }

    [Fact]
    public void A_repeat_answers_what_was_answered_before()
    {
        TestWorld lab = new();
        ReplicationCommand command = Wanting(lab, lab.Replicas(Target)[0].Id);
        GroupRecovered first = lab.Done<GroupRecovered>(command);
        lab.Advance(TimeSpan.FromHours(3));

        GroupRecovered second = lab.Done<GroupRecovered>(command);

        Assert.IsType<AlreadyDone>(Assert.Single(second.Warnings));
        Assert.Equal(TestWorld.Json(first), TestWorld.Json(second with { Warnings = [] }));
    }

    [Fact]
    public void A_repeat_without_a_replica_is_already_done_and_with_another_one_a_wrong_state()
    {
        TestWorld lab = new();
        Replica[] all = [.. lab.Replicas(Target)];
        lab.Done<GroupRecovered>(Wanting(lab, all[0].Id));

        Assert.IsType<AlreadyDone>(Assert.Single(lab.Done<GroupRecovered>(Wanting(lab, null)).Warnings));
        InvalidReplicationState fault = Assert.IsType<InvalidReplicationState>(lab.Refused(Wanting(lab, all[1].Id)));
        Assert.Equal((ReplicationState.Target, ReplicationState.FailedOver), (Assert.Single(fault.Desired), fault.Current));
    }

    [Fact]
    public void The_schedule_stops_with_the_failover()
    {
        TestWorld lab = new();
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, Target);
        string[] then = [.. lab.Replicas(Target).Select(r => r.Id)];

        lab.Advance(TimeSpan.FromDays(30));

        Assert.Equal(then, lab.Replicas(Target).Select(r => r.Id));
    }

    [Fact]
    public void A_provider_without_replicas_fails_over_what_was_copied()
    {
        TestWorld lab = new(change: e => e is Provider { Id: Inventory.B1 } p ? p with { SupportsReplicas = false }
            : e is ReplicationGroup { Source: not null } g ? g with { Schedule = null } : e);

        GroupRecovered done = lab.Done<GroupRecovered>(ReplicationOperation.Failover, Target);
        Assert.Null(done.ReplicaBefore);
        Assert.Equal(5, done.Devices.Count(d => d.Recovered is not null));
        Assert.Equal(new NoValidReplica(null), lab.Refused(ReplicationOperation.Failover, "fd-b1/rg-07-t"));
    }

    private static ReplicationCommand Wanting(TestWorld lab, string? replica) =>
        lab.Command(ReplicationOperation.Failover, Target) with { Groups = [new GroupSelection(TestWorld.Id(Target), replica)] };
}
