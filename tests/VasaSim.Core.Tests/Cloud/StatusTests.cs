using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Faults;

namespace VasaSim.Core.Tests.Cloud;

/// <summary>What is told of a replication in each of its situations.</summary>
public sealed class StatusTests
{
    private const long MiB = CloudWorld.MiB;
    private static readonly DateTimeOffset _t0 = CloudWorld.T0;
    private static readonly ReplicationSettings _hourly = new() { Rpo = 60 };

    [Fact]
    public void Quiet_and_healthy()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(lag: TimeSpan.FromSeconds(2)));
        lab.Begin(_hourly);
        lab.Advance(TimeSpan.FromMinutes(90));

        Tells(lab, DataConnectionState.Ok, SourceState.Idle, DestinationState.Opened, OverallHealth.Green, since: 60.0 + (2 / 60.0));
        Assert.Equal((0, null, null), (lab.Status().RpoViolation, lab.Status().Progress, lab.Status().LastError));
        Assert.Equal(2, lab.Status().Latest!.SequenceNumber);
    }

    [Fact]
    public void The_first_transfer()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: MiB));
        lab.Begin(_hourly);
        lab.Advance(TimeSpan.FromSeconds(150));

        Tells(lab, DataConnectionState.InitialSyncing, SourceState.Syncing, DestinationState.FullSync, OverallHealth.Green, since: 0);
        Assert.Equal((600 * MiB, 25), (lab.Status().Progress!.Total, lab.Status().Progress!.Percent));
        Assert.Null(lab.Status().Latest);
    }

    [Fact]
    public void A_scheduled_transfer_on_its_way()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: 2 * MiB));
        lab.Begin(_hourly, bytes: 0);
        lab.AdvanceTo(_t0.AddMinutes(75));

        Tells(lab, DataConnectionState.Syncing, SourceState.Syncing, DestinationState.Lwd, OverallHealth.Green, since: 60);
        Assert.Equal(new TransferProgress(3600 * MiB, 1800 * MiB), lab.Status().Progress);
        Assert.Equal(0, lab.Status().RpoViolation);
    }

    [Fact]
    public void A_transfer_that_takes_longer_than_the_rpo_violates_it()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(bandwidth: MiB / 2));
        lab.Begin(_hourly, bytes: 0);
        lab.AdvanceTo(_t0.AddMinutes(100));

        Tells(lab, DataConnectionState.Syncing, SourceState.Syncing, DestinationState.Lwd, OverallHealth.Yellow, since: 60);
        Assert.Equal(40, lab.Status().RpoViolation);
    }

    [Fact]
    public void A_link_that_is_down()
    {
        CloudWorld lab = new();
        lab.Begin(_hourly);
        lab.AdvanceTo(_t0.AddMinutes(10));
        lab.Cut();
        lab.AdvanceTo(_t0.AddMinutes(95));

        Tells(lab, DataConnectionState.Error, SourceState.Error, DestinationState.Unknown, OverallHealth.Red, since: 10);
        Assert.IsType<PeerNotReachable>(lab.Status().LastError);
        Assert.Equal(35, lab.Status().RpoViolation);

        lab.Mend();
        Assert.Equal((0, null), (lab.Status().RpoViolation, lab.Status().LastError));
    }

    [Fact]
    public void Paused()
    {
        CloudWorld lab = new();
        lab.Begin(_hourly);
        lab.AdvanceTo(_t0.AddMinutes(10));
        lab.Pause(true);
        lab.AdvanceTo(_t0.AddMinutes(500));
        lab.Change(r => r with { Settings = r.Settings with { Rpo = 30 } });

        Tells(lab, DataConnectionState.Paused, SourceState.Paused, DestinationState.Paused, OverallHealth.Yellow, since: 10);
        Assert.Equal(0, lab.Status().RpoViolation);
    }

    [Fact]
    public void Powered_off()
    {
        CloudWorld lab = new();
        lab.Begin(_hourly);
        lab.AdvanceTo(_t0.AddMinutes(10));
        lab.Power(false);
        lab.AdvanceTo(_t0.AddMinutes(500));

        Tells(lab, DataConnectionState.PoweredOff, SourceState.Idle, DestinationState.Idle, OverallHealth.Green, since: 10);
        Assert.Equal(0, lab.Status().RpoViolation);

        lab.Power(true);
        Tells(lab, DataConnectionState.Ok, SourceState.Idle, DestinationState.Opened, OverallHealth.Green, since: 500);
        Assert.Equal(0, lab.Status().RpoViolation);
    }

    [Fact]
    public void Waiting()
    {
        CloudWorld lab = new();
        lab.Begin(_hourly with { InitialSyncTime = _t0.AddHours(3) });
        lab.AdvanceTo(_t0.AddHours(2));

        Tells(lab, DataConnectionState.Unknown, SourceState.None, DestinationState.Idle, OverallHealth.Green, since: 0);
    }

    [Fact]
    public void Over()
    {
        CloudWorld lab = new();
        lab.Begin(_hourly);
        lab.AdvanceTo(_t0.AddMinutes(10));
        lab.World.Put(DataFlows.Finish(lab.World, lab.Of()));
        lab.AdvanceTo(_t0.AddHours(10));

        Tells(lab, DataConnectionState.Finished, SourceState.None, DestinationState.Passive, OverallHealth.Green, since: 10);
        Assert.Equal((1, 0), (lab.Status().Latest!.SequenceNumber, lab.Status().RpoViolation));
    }

    [Fact]
    public void A_sync_by_a_call_until_it_is_done()
    {
        CloudWorld lab = new();
        lab.Begin(_hourly);
        lab.AdvanceTo(_t0.AddMinutes(10));
        CloudTask task = lab.BeginSync(TimeSpan.FromMinutes(4), 600 * MiB);
        lab.AdvanceTo(_t0.AddMinutes(11));

        Tells(lab, DataConnectionState.Syncing, SourceState.Syncing, DestinationState.Lwd, OverallHealth.Green, since: 10);
        Assert.Equal(new TransferProgress(600 * MiB, 150 * MiB), lab.Status().Progress);

        // Told while its task still counts as running, as its result is.
        lab.World.Put(DataFlows.Synced(lab.World, lab.Of(), task.Created, 600 * MiB));
        Tells(lab, DataConnectionState.Ok, SourceState.Idle, DestinationState.Opened, OverallHealth.Green, since: 11);
        Assert.Equal(_t0.AddMinutes(10), lab.Status().Latest!.Time);
    }

    [Fact]
    public void The_space_is_that_of_the_disks_and_of_what_was_transferred_for_later_instances()
    {
        CloudWorld lab = new();
        lab.Begin(_hourly with { Retention = [new RetentionRule(10, 60)], ExcludedDisks = [2001] });
        Assert.Equal(400 * MiB, lab.Status().SpaceRequirement);

        lab.AdvanceTo(_t0.AddMinutes(125));

        Assert.Equal((400 + 3600 + 3600) * MiB, lab.Status().SpaceRequirement);
    }

    [Fact]
    public void A_description_has_what_goes_with_it()
    {
        CloudWorld lab = new();
        lab.Begin();
        lab.Change(r => r with { SlaProfile = CloudWorld.Gold });

        DescribedReplication described = CloudQueries.Describe(lab.World, lab.Of());

        Assert.Equal((CloudWorld.Machine, CloudWorld.EastVdc, CloudWorld.WestVdc), (described.Machine?.Id, described.SourceVdc?.Id, described.DestinationVdc?.Id));
        Assert.Equal(("Gold", _t0, described.Replication.VappReplication), (described.SlaProfileName, described.At, described.Vapp.Id));
    }

    private static void Tells(
        CloudWorld lab, DataConnectionState connection, SourceState source, DestinationState destination, OverallHealth health, double since)
    {
        ReplicationStatus status = lab.Status();
        Assert.Equal((connection, source, destination, health), (status.DataConnection, status.Source, status.Destination, status.Health));
        Assert.Equal(since, (status.Since - _t0).TotalMinutes, 6);
    }
}
