using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Control;
using VasaSim.Core.Lab;

namespace VasaSim.Core.Tests.Cloud;

/// <summary>How the data of a replication comes over: the first transfer, the schedule, and what gets in their way.</summary>
public sealed class DataFlowTests
{
    private const long MiB = CloudWorld.MiB;
    private static readonly DateTimeOffset _t0 = CloudWorld.T0;
    private static readonly ReplicationSettings _everyFive = new() { Rpo = 5, Retention = [new RetentionRule(10_000, 1)] };

    [Fact]
    public void Without_a_limit_the_initial_sync_is_over_at_once()
    {
        CloudWorld lab = new();

        lab.Begin();

        ReplicaInstance first = Assert.Single(lab.Instances());
        Assert.Equal((1, _t0, CloudWorld.DiskBytes, TimeSpan.Zero), (first.SequenceNumber, first.Time, first.TransferBytes, first.TransferTime));
        Assert.Matches("^replica-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", first.Key);
    }

    [Fact]
    public void The_lag_passes_before_it_is_there()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(lag: TimeSpan.FromSeconds(30)));
        lab.Begin();

        lab.Advance(TimeSpan.FromMilliseconds(29_999));
        Assert.Empty(lab.Instances());

        lab.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([0], lab.Minutes());
    }

    [Fact]
    public void With_a_limit_it_takes_its_time_and_the_first_instance_has_the_time_of_its_begin()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: 2 * MiB));
        lab.Begin();

        lab.Advance(TimeSpan.FromMilliseconds(299_999));
        Assert.Empty(lab.Instances());

        lab.Advance(TimeSpan.FromMilliseconds(1));
        ReplicaInstance first = Assert.Single(lab.Instances());
        Assert.Equal((_t0, TimeSpan.FromSeconds(300)), (first.Time, first.TransferTime));
    }

    [Fact]
    public void It_can_wait_for_its_time()
    {
        CloudWorld lab = new();
        lab.Begin(_everyFive with { InitialSyncTime = _t0.AddHours(1) });
        Assert.Equal(FlowMode.Waiting, lab.Flow().Mode);

        lab.AdvanceTo(_t0.AddMinutes(66));

        Assert.Equal([60, 65], lab.Minutes());
    }

    [Fact]
    public void A_time_that_is_moved_counts_while_it_is_not_over()
    {
        CloudWorld lab = new();
        lab.Begin(_everyFive with { InitialSyncTime = _t0.AddHours(1) });

        lab.Change(r => r with { Settings = r.Settings with { InitialSyncTime = _t0.AddHours(2) } });
        lab.AdvanceTo(_t0.AddMinutes(90));
        Assert.Empty(lab.Instances());

        lab.Change(r => r with { Settings = r.Settings with { InitialSyncTime = null } });
        Assert.Equal([90], lab.Minutes());
    }

    [Fact]
    public void Then_an_instance_comes_every_rpo_with_what_was_written_since()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: 2 * MiB, lag: TimeSpan.FromSeconds(10)));
        lab.Begin(_everyFive, bytes: 0);

        lab.AdvanceTo(_t0.AddMinutes(15).AddSeconds(159));
        Assert.Equal([0, 5, 10], lab.Minutes());

        lab.AdvanceTo(_t0.AddMinutes(15).AddSeconds(160));
        Assert.Equal([0, 5, 10, 15], lab.Minutes());
        Assert.Equal((4, 300 * MiB, TimeSpan.FromSeconds(160)), (lab.Instances()[3].SequenceNumber, lab.Instances()[3].TransferBytes, lab.Instances()[3].TransferTime));
    }

    [Fact]
    public void Ten_thousand_of_them_do_nothing_by_themselves_in_a_year()
    {
        CloudWorld lab = new();
        for (int i = 0; i < 10_000; i++)
        {
            lab.Begin(new ReplicationSettings { Rpo = 5, Retention = [new RetentionRule(24, 60)] }, id: $"C4-{i}", ordinal: i);
        }

        lab.World.TakeChanges();
        lab.AdvanceTo(_t0.AddDays(365).AddMinutes(30));

        Assert.Null(lab.World.TakeChanges());
        Assert.Null(lab.Tables.Agenda.Next);
        Assert.Equal(24 + 1, lab.Instances("C4-7").Count);
        Assert.Equal(365 * 24 * 12 + 6 + 1, lab.Status("C4-7").Latest!.SequenceNumber);
    }

    [Fact]
    public void A_transfer_longer_than_the_rpo_puts_the_next_one_off_to_its_end()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: MiB));
        lab.Begin(_everyFive, bytes: 0);
        lab.AdvanceTo(_t0.AddMinutes(5));

        // Writes twice what the link takes: each transfer is twice as long as the one before.
        lab.SetMachine(m => m with { ChangeRate = 2 * MiB });
        lab.AdvanceTo(_t0.AddMinutes(5 + 5 + 10 + 20));

        Assert.Equal([0, 5, 10, 20], lab.Minutes());
        Assert.Equal(1200 * MiB, lab.Instances()[^1].TransferBytes);
    }

    [Fact]
    public void The_schedule_goes_on_as_soon_as_a_transfer_fits()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: 4 * MiB));
        lab.Begin(_everyFive, bytes: 4 * 60 * 30 * MiB);

        // 30 minutes for the disks; what was written meanwhile takes 7.5, and what was written then fits.
        lab.AdvanceTo(_t0.AddMinutes(60));

        Assert.Equal([0, 30, 37.5, 42.5, 47.5, 52.5, 57.5], lab.Minutes());
        Assert.Equal((FlowMode.Scheduled, null), (lab.Flow().Mode, lab.Tables.Agenda.Next));
    }

    [Fact]
    public void A_machine_that_outruns_the_link_for_ten_years_comes_to_no_harm()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: 1), changeRate: long.MaxValue / 2);
        lab.Begin(_everyFive);

        lab.AdvanceTo(_t0.AddDays(3650));

        Assert.InRange(lab.Instances().Count, 2, 12);
    }

    [Fact]
    public void A_machine_that_writes_nothing_has_empty_instances()
    {
        CloudWorld lab = new(changeRate: 0);
        lab.Begin(_everyFive, bytes: 0);

        lab.AdvanceTo(_t0.AddMinutes(11));

        Assert.Equal([0, 5, 10], lab.Minutes());
        Assert.Equal(0, lab.Instances()[^1].TransferBytes);
    }

    [Fact]
    public void A_link_that_goes_down_ends_the_transfer_and_one_begins_when_it_is_up()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: 5 * MiB));
        lab.Begin(_everyFive, bytes: 0);

        lab.AdvanceTo(_t0.AddMinutes(5).AddSeconds(30));
        lab.Cut();
        lab.AdvanceTo(_t0.AddMinutes(13));
        Assert.Equal((FlowMode.Interrupted, 1), (lab.Flow().Mode, lab.Instances().Count));

        lab.Mend();
        lab.AdvanceTo(_t0.AddMinutes(20));

        Assert.Equal([0, 13, 18], lab.Minutes());
        Assert.Equal(13 * 60 * MiB, lab.Instances()[1].TransferBytes);
    }

    [Fact]
    public void An_initial_sync_that_was_interrupted_goes_on_where_it_was()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: MiB));
        lab.Begin(_everyFive);

        lab.Advance(TimeSpan.FromSeconds(400));
        lab.Cut();
        lab.Advance(TimeSpan.FromSeconds(1000));
        Assert.Equal(400 * MiB, lab.Flow().Carried);
        lab.Mend();
        Assert.Equal(new TransferProgress(600 * MiB, 400 * MiB), lab.Status().Progress);
        lab.Advance(TimeSpan.FromSeconds(200));

        ReplicaInstance first = Assert.Single(lab.Instances());
        Assert.Equal((1, _t0.AddSeconds(1400), 600 * MiB), (first.SequenceNumber, first.Time, first.TransferBytes));
        Assert.Equal(0, lab.Flow().Carried);
    }

    [Fact]
    public void A_running_transfer_goes_on_at_the_new_speed()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: MiB));
        lab.Begin(_everyFive);

        lab.Advance(TimeSpan.FromSeconds(300));
        lab.SetLink(new LinkPatch(Bandwidth: 3 * MiB, Lag: TimeSpan.FromSeconds(5)));
        Assert.Equal(new TransferProgress(600 * MiB, 300 * MiB), lab.Status().Progress);
        lab.Advance(TimeSpan.FromSeconds(104));
        Assert.Empty(lab.Instances());
        lab.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(405), Assert.Single(lab.Instances()).TransferTime);
    }

    [Fact]
    public void A_limit_that_is_taken_away_ends_it_at_once()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: 1));
        lab.Begin(_everyFive);

        lab.SetLink(new LinkPatch(Unlimited: true));

        Assert.Equal([0], lab.Minutes());
    }

    [Fact]
    public void A_pause_holds_everything_and_all_of_it_comes_when_it_is_over()
    {
        CloudWorld lab = new();
        lab.Begin(_everyFive);

        lab.AdvanceTo(_t0.AddMinutes(7));
        lab.Pause(true);
        lab.AdvanceTo(_t0.AddMinutes(10));
        lab.Cut();
        lab.Mend();
        lab.AdvanceTo(_t0.AddMinutes(31));
        Assert.Equal([0, 5], lab.Minutes());

        lab.Pause(false);
        lab.AdvanceTo(_t0.AddMinutes(37));

        Assert.Equal([0, 5, 31, 36], lab.Minutes());
        Assert.Equal(26 * 60 * MiB, lab.Instances()[2].TransferBytes);
    }

    [Fact]
    public void What_a_machine_wrote_before_it_was_powered_off_is_still_brought_over()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: 2 * MiB));
        lab.Begin(_everyFive, bytes: 0);

        lab.AdvanceTo(_t0.AddMinutes(6));
        lab.Power(false);
        lab.AdvanceTo(_t0.AddMinutes(7.5));
        Assert.Equal(FlowMode.Transferring, lab.Flow().Mode);
        lab.AdvanceTo(_t0.AddMinutes(60));

        // The one that was on its way when it went off, and the minute after that.
        Assert.Equal([0, 5, 7.5], lab.Minutes());
        Assert.Equal((60 * MiB, FlowMode.PoweredOff), (lab.Instances()[2].TransferBytes, lab.Flow().Mode));
    }

    [Fact]
    public void One_that_is_powered_on_again_is_replicated_an_rpo_later()
    {
        CloudWorld lab = new();
        lab.Begin(_everyFive);
        lab.Power(false);
        Assert.Equal(FlowMode.PoweredOff, lab.Flow().Mode);

        lab.AdvanceTo(_t0.AddMinutes(60));
        lab.Power(true);
        lab.AdvanceTo(_t0.AddMinutes(66));

        Assert.Equal([0, 65], lab.Minutes());
        Assert.Equal(300 * MiB, lab.Instances()[1].TransferBytes);
    }

    [Fact]
    public void A_machine_that_does_not_run_has_its_disks_brought_over()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: MiB));
        lab.Power(false);

        lab.Begin(_everyFive);
        lab.Advance(TimeSpan.FromHours(1));

        Assert.Equal([0], lab.Minutes());
        Assert.Equal(FlowMode.PoweredOff, lab.Flow().Mode);
    }

    [Fact]
    public void Another_rpo_counts_from_the_latest_instance()
    {
        CloudWorld lab = new();
        lab.Begin(_everyFive);

        lab.AdvanceTo(_t0.AddMinutes(7));
        lab.Change(r => r with { Settings = r.Settings with { Rpo = 10 } });
        lab.AdvanceTo(_t0.AddMinutes(26));

        Assert.Equal([0, 5, 15, 25], lab.Minutes());
    }

    [Fact]
    public void A_shorter_one_that_is_over_already_makes_one_at_once()
    {
        CloudWorld lab = new();
        lab.Begin(_everyFive with { Rpo = 60 });

        lab.AdvanceTo(_t0.AddMinutes(20));
        lab.Change(r => r with { Settings = r.Settings with { Rpo = 15 } });

        Assert.Equal([0, 20], lab.Minutes());
    }

    [Fact]
    public void When_it_is_finished_nothing_comes_and_nothing_goes()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: 2 * MiB));
        lab.Begin(_everyFive, bytes: 0);
        lab.AdvanceTo(_t0.AddMinutes(11));

        lab.World.Put(DataFlows.Finish(lab.World, lab.Of()));
        lab.Cut();
        lab.Mend();
        lab.Pause(false);
        lab.AdvanceTo(_t0.AddDays(1));

        Assert.Equal([0, 5], lab.Minutes());
        Assert.Equal((FlowMode.Finished, _t0.AddMinutes(11)), (lab.Flow().Mode, lab.Flow().Since));
    }

    [Fact]
    public void A_sync_by_a_call_has_the_time_of_its_begin_and_moves_the_schedule()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: 2 * MiB));
        lab.Begin(_everyFive, bytes: 0);
        lab.AdvanceTo(_t0.AddMinutes(9));

        (long bytes, TimeSpan time) = DataFlows.Sync(lab.World, lab.Of());
        Assert.Equal((240 * MiB, TimeSpan.FromMinutes(2)), (bytes, time));
        CloudTask task = lab.BeginSync(time + TimeSpan.FromSeconds(1), bytes);
        lab.AdvanceTo(_t0.AddMinutes(10.5));
        Assert.Equal([0, 5], lab.Minutes());
        lab.AdvanceTo(task.Due.AddMilliseconds(-1));
        lab.EndSync(task);
        lab.AdvanceTo(_t0.AddMinutes(22));

        Assert.Equal([0, 5, 9, 14], lab.Minutes().Take(4));
        Assert.Equal([240 * MiB, 300 * MiB], lab.Instances().Skip(2).Take(2).Select(i => i.TransferBytes));
        Assert.Equal([1, 2, 3, 4], lab.Instances().Take(4).Select(i => i.SequenceNumber));
    }

    [Fact]
    public void A_sync_waits_for_the_transfer_on_its_way()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: 2 * MiB));
        lab.Begin(_everyFive, bytes: 0);

        lab.AdvanceTo(_t0.AddMinutes(6));

        // A minute and a half of what began at five, half a minute for the minute since.
        Assert.Equal((60 * MiB, TimeSpan.FromMinutes(2)), DataFlows.Sync(lab.World, lab.Of()));
    }

    [Fact]
    public void A_sync_that_ends_earlier_has_what_was_on_its_way()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: MiB));
        lab.Begin(_everyFive);
        lab.AdvanceTo(_t0.AddMinutes(2));

        (long bytes, _) = DataFlows.Sync(lab.World, lab.Of());
        lab.World.Put(DataFlows.Synced(lab.World, lab.Of(), lab.Now, bytes));
        lab.AdvanceTo(_t0.AddMinutes(14));

        Assert.Equal([2, 7], lab.Minutes());
        Assert.Equal([1, 2], lab.Instances().Select(i => i.SequenceNumber));
        Assert.Equal(300 * MiB, lab.Instances()[1].TransferBytes);
    }

    [Fact]
    public void Nothing_begins_while_a_call_syncs_however_long_it_is_held_and_however_much_changes()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: MiB));
        lab.Begin(_everyFive, bytes: 0);
        lab.AdvanceTo(_t0.AddMinutes(16));
        int there = lab.Instances().Count;
        CloudTask task = lab.BeginSync(TimeSpan.FromDays(30), bytes: 1);

        lab.AdvanceTo(_t0.AddDays(1));
        lab.Cut();
        lab.AdvanceTo(_t0.AddDays(2));
        lab.Mend();
        lab.SetLink(new LinkPatch(Bandwidth: 1));
        lab.AdvanceTo(_t0.AddDays(3));
        Assert.InRange(lab.Instances().Count, there, there + 1);
        lab.EndSync(task);

        Assert.Equal(16, lab.Minutes()[^1]);
    }

    [Fact]
    public void What_was_due_during_a_sync_that_fails_is_there_then()
    {
        CloudWorld lab = new();
        lab.Begin(_everyFive);
        lab.AdvanceTo(_t0.AddMinutes(2));
        CloudTask task = lab.BeginSync(TimeSpan.FromDays(1));
        lab.AdvanceTo(_t0.AddMinutes(11));
        Assert.Equal([0], lab.Minutes());

        lab.World.Put(task.Failed(new Core.Faults.SystemError("test"), lab.Now));

        Assert.Equal([0, 5, 10], lab.Minutes());
    }

    [Fact]
    public void Traffic_is_told_in_equal_parts_and_adds_up()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: 2 * MiB));
        lab.Begin(_everyFive, bytes: 240 * MiB);
        lab.AdvanceTo(_t0.AddMinutes(8));

        // Two minutes for the disks, two and a half for each of the others: from five on, and 180 MiB of it by now.
        Assert.Equal(
            [120 * MiB, 120 * MiB, 0, 0, 0, 120 * MiB, 120 * MiB, 60 * MiB, 0, 0],
            CloudQueries.Traffic(lab.World, lab.Of(), _t0, _t0.AddMinutes(10), 10));

        lab.AdvanceTo(_t0.AddDays(30));
        lab.Cut();
        lab.AdvanceTo(_t0.AddDays(31));
        long expected = 240 * MiB + lab.Instances()[^1].SequenceNumber * 300 * MiB - 300 * MiB;
        Assert.Equal(expected, CloudQueries.Traffic(lab.World, lab.Of(), _t0, lab.Now, 77).Sum());
        Assert.InRange(lab.Flow().Transferred.Count, 100, 200);
        Assert.Equal([60 * MiB], CloudQueries.Traffic(lab.World, lab.Of(), _t0.AddDays(30).AddMinutes(-3), _t0.AddDays(30).AddMinutes(-2.5), 1));
    }
}
