using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Control;

namespace VasaSim.Core.Tests.Cloud;

/// <summary>What gets in the way of the data of a replication: links, pauses, the power of the machine, and its end.</summary>
public sealed class FlowInterruptionTests
{
    private const long MiB = CloudWorld.MiB;
    private static readonly DateTimeOffset _t0 = CloudWorld.T0;
    private static readonly ReplicationSettings _everyFive = new() { Rpo = 5, Retention = [new RetentionRule(10_000, 1)] };

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
}
