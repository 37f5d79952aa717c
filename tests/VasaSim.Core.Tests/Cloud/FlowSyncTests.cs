using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Control;

namespace VasaSim.Core.Tests.Cloud;

/// <summary>Syncs by calls beside the schedule.</summary>
public sealed class FlowSyncTests
{
    private const long MiB = CloudWorld.MiB;
    private static readonly DateTimeOffset _t0 = CloudWorld.T0;
    private static readonly ReplicationSettings _everyFive = new() { Rpo = 5, Retention = [new RetentionRule(10_000, 1)] };

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
}
