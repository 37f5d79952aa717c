using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Queries;

namespace VasaSim.Core.Tests.Cloud;

/// <summary>How the data of a replication comes over when nothing is in its way: the first transfer, the schedule, and what is told of the traffic.</summary>
public sealed class FlowScheduleTests
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
