using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Replicas;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replication;

/// <summary>Sync and prepare: what they make at the target and stop at the source.</summary>
public sealed class SyncAndPrepareTests
{
    private const string Source = "fd-a1/rg-01";
    private const string Target = "fd-b1/rg-01-t";

    [Fact]
    public void A_sync_makes_a_replica_with_the_name_and_the_time_of_its_beginning()
    {
        TestWorld lab = new();
        lab.Advance(TimeSpan.FromMinutes(7));

        GroupSynced done = lab.Done<GroupSynced>(lab.Command(ReplicationOperation.Sync, Target) with { ReplicaName = "before-upgrade" });

        Assert.Equal((Inventory.T0.AddMinutes(7), "before-upgrade"), (done.Time, done.Name));
        Replica made = lab.Replicas(Target)[^1];
        Assert.Equal((done.Replica, "before-upgrade", done.Time), (made.Id, made.Name, made.Time));
        Assert.Equal(["sync"], made.Tags);
    }

    [Fact]
    public void Names_need_not_be_unique_and_ids_are()
    {
        TestWorld lab = new();

        string?[] ids = [.. Enumerable.Range(0, 5).Select(_ => lab.Done<GroupSynced>(ReplicationOperation.Sync, Target).Replica)];

        Assert.Equal(5, ids.Distinct().Count());
        Assert.Equal(5, lab.Replicas(Target).Count(r => r.Name == "by-hand"));
    }

    [Fact]
    public void The_replica_is_there_when_the_task_has_ended_and_not_before()
    {
        TestWorld lab = new();
        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.Sync, Target));
        lab.AdvanceTo(task.Due.AddMilliseconds(-1));
        Assert.DoesNotContain(lab.Replicas(Target), r => r.Name == "by-hand");

        lab.AdvanceTo(task.Due);

        Assert.Contains(lab.Replicas(Target), r => r.Name == "by-hand");
    }

    [Fact]
    public void A_provider_without_replicas_tells_only_the_time()
    {
        TestWorld lab = new(change: e => e is Provider { Id: Inventory.B1 } p ? p with { SupportsReplicas = false } : e);

        GroupSynced done = lab.Done<GroupSynced>(ReplicationOperation.Sync, Target);

        Assert.Equal((Inventory.T0, null, null), (done.Time, done.Replica, done.Name));
        Assert.Empty(lab.World.MadeReplicas(TestWorld.Id(Target)));
    }

    [Fact]
    public void Only_so_many_made_replicas_are_kept()
    {
        TestWorld lab = new(new Knobs { PitKeep = 3 });
        string[] ids = [.. Enumerable.Range(0, 5).Select(_ => lab.Done<GroupSynced>(ReplicationOperation.Sync, Target).Replica!)];

        Assert.Equal(ids[2..], lab.World.MadeReplicas(TestWorld.Id(Target)).Select(r => r.Id));
    }

    [Fact]
    public void An_empty_group_syncs_too()
    {
        TestWorld lab = new();

        Assert.NotNull(lab.Done<GroupSynced>(ReplicationOperation.Sync, "fd-b1/rg-06-t").Replica);
    }

    [Fact]
    public void Prepare_marks_the_source_frees_its_devices_and_makes_a_replica()
    {
        TestWorld lab = new();

        lab.Done<GroupDone>(ReplicationOperation.PrepareFailover, Source);

        Assert.True(lab.Group(Source).Prepared);
        Assert.All(lab.Group(Source).Members, m => Assert.False(m.Bound));
        Replica made = lab.Replicas(Target)[^1];
        Assert.Equal(["prepare"], made.Tags);
        Assert.Equal(ReplicationState.Target, lab.State(Target));
    }

    [Fact]
    public void After_prepare_the_schedule_makes_nothing_and_a_sync_still_does()
    {
        TestWorld lab = new();
        lab.Done<GroupDone>(ReplicationOperation.PrepareFailover, Source);
        string[] then = [.. lab.Replicas(Target).Select(r => r.Id)];
        lab.Advance(TimeSpan.FromDays(1));
        Assert.Equal(then, lab.Replicas(Target).Select(r => r.Id));

        GroupSynced done = lab.Done<GroupSynced>(ReplicationOperation.Sync, Target);

        Assert.Equal(done.Replica, lab.Replicas(Target)[^1].Id);
    }

    [Fact]
    public void Prepare_makes_a_replica_at_every_target()
    {
        TestWorld lab = new();

        lab.Done<GroupDone>(ReplicationOperation.PrepareFailover, "fd-a1/rg-02");

        Assert.Contains("prepare", lab.Replicas("fd-b1/rg-02-t")[^1].Tags);
        Assert.Contains("prepare", lab.Replicas("fd-n1/rg-02-n")[^1].Tags);
    }

    [Fact]
    public void Prepare_with_devices_in_use_is_refused_when_the_knob_says_so()
    {
        TestWorld lab = new(new Knobs { PrepareRequiresUnbound = true });

        ResourceInUse fault = Assert.IsType<ResourceInUse>(lab.Refused(ReplicationOperation.PrepareFailover, Source));
        Assert.Equal(lab.Group(Source).Members.Select(m => m.Source), fault.Devices);
        lab.Done<GroupDone>(ReplicationOperation.PrepareFailover, "fd-a1/rg-06");
    }

    [Fact]
    public void A_prepare_and_a_failover_of_the_two_ends_may_run_side_by_side()
    {
        TestWorld lab = new();
        ReplicationTask failover = lab.Begin(lab.Command(ReplicationOperation.Failover, Target));
        ReplicationTask prepare = lab.Begin(lab.Command(ReplicationOperation.PrepareFailover, Source));

        Assert.IsType<GroupDone>(Assert.Single(lab.End(prepare)));
        Assert.IsType<GroupRecovered>(Assert.Single(lab.End(failover)));
        Assert.Equal((ReplicationState.RemoteFailedOver, false), (lab.State(Source), lab.Group(Source).Prepared));
    }

    [Fact]
    public void A_prepare_that_ends_after_the_failover_fails_and_changes_nothing()
    {
        TestWorld lab = new(new Knobs { TaskDuration = new TaskDurations { PrepareFailover = TimeSpan.FromSeconds(9) } });
        ReplicationTask prepare = lab.Begin(lab.Command(ReplicationOperation.PrepareFailover, Source));
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, Target);
        string before = lab.Picture();

        GroupFailed failed = Assert.IsType<GroupFailed>(Assert.Single(lab.End(prepare)));

        Assert.Equal(ReplicationState.RemoteFailedOver, Assert.IsType<InvalidReplicationState>(failed.Error).Current);
        Assert.Equal(before, lab.Picture());
    }
}
