using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replication;

/// <summary>What a cut link, or a silent provider at the other side, does to each operation.</summary>
public sealed class LinkTests
{
    public static TheoryData<ReplicationOperation, string, bool, bool> NeedThePeer() => new()
    {
        { ReplicationOperation.PrepareFailover, "fd-a1/rg-01", false, true },
        { ReplicationOperation.Sync, "fd-b1/rg-01-t", false, true },
        { ReplicationOperation.TestStart, "fd-b1/rg-01-t", true, true },
        { ReplicationOperation.TestStart, "fd-b1/rg-01-t", false, false },
        { ReplicationOperation.TestStop, "fd-b1/rg-03-t", false, false },
        { ReplicationOperation.Promote, "fd-b1/rg-03-t", true, true },
        { ReplicationOperation.Promote, "fd-b1/rg-03-t", false, false },
        { ReplicationOperation.Failover, "fd-b1/rg-01-t", true, true },
        { ReplicationOperation.Failover, "fd-b1/rg-01-t", false, false },
        { ReplicationOperation.Reverse, "fd-b1/rg-04-t", false, true },
    };

    [Theory]
    [MemberData(nameof(NeedThePeer))]
    public void With_the_link_cut_only_what_needs_the_peer_fails(ReplicationOperation operation, string group, bool planned, bool needed)
    {
        TestWorld lab = new();
        lab.Cut();

        AssertPeer(lab, Command(lab, operation, group, planned), needed);
    }

    [Theory]
    [MemberData(nameof(NeedThePeer))]
    public void With_the_other_provider_silent_only_what_needs_the_peer_fails(ReplicationOperation operation, string group, bool planned, bool needed)
    {
        TestWorld lab = new();
        foreach (string provider in group.StartsWith("fd-a1", StringComparison.Ordinal) ? [Inventory.B1] : new[] { Inventory.A1, Inventory.A1Standby })
        {
            lab.Patch(provider, new() { Status = ProviderStatus.Offline });
        }

        AssertPeer(lab, Command(lab, operation, group, planned), needed);
    }

    [Theory]
    [MemberData(nameof(NeedThePeer))]
    public void A_link_that_is_cut_in_the_middle_of_a_task_and_back_fails_what_needs_it(ReplicationOperation operation, string group, bool planned, bool needed)
    {
        TestWorld lab = new();
        ReplicationTask task = lab.Begin(Command(lab, operation, group, planned));
        lab.Advance(TimeSpan.FromMilliseconds(100));
        lab.Cut();
        lab.Advance(TimeSpan.FromMilliseconds(100));
        lab.Mend();

        AssertPeer(Assert.Single(lab.End(task)), needed);
    }

    [Theory]
    [MemberData(nameof(NeedThePeer))]
    public void A_link_that_was_cut_before_the_call_does_not_matter(ReplicationOperation operation, string group, bool planned, bool needed)
    {
        TestWorld lab = new();
        lab.Cut();
        lab.Advance(TimeSpan.FromMinutes(1));
        lab.Mend();

        Assert.IsNotType<GroupFailed>(lab.RunOne(Command(lab, operation, group, planned)));
        Assert.True(needed || !planned);
    }

    [Fact]
    public void A_link_that_goes_down_when_the_task_has_ended_does_not_matter()
    {
        TestWorld lab = new();
        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-b1/rg-01-t"));
        lab.AdvanceTo(task.Due);
        lab.Cut();

        Assert.IsType<GroupSynced>(Assert.Single(lab.End(task)));
    }

    [Fact]
    public void After_an_unplanned_failover_the_source_learns_of_it_when_the_link_is_back()
    {
        TestWorld lab = new();
        lab.Cut();
        lab.Done<GroupRecovered>(lab.Command(ReplicationOperation.Failover, "fd-b1/rg-01-t") with { IsPlanned = false });
        Assert.Equal(ReplicationState.Source, lab.State("fd-a1/rg-01"));
        Assert.IsType<PeerNotReachable>(lab.Refused(ReplicationOperation.Reverse, "fd-b1/rg-01-t"));

        lab.Mend();

        Assert.Equal(ReplicationState.RemoteFailedOver, lab.State("fd-a1/rg-01"));
        Assert.Equal(ReplicationState.Source, lab.State("fd-a1/rg-02"));
        Assert.Equal(ReplicationState.Source, lab.State("fd-b1/rg-05"));
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, "fd-b1/rg-01-t");
    }

    [Fact]
    public void An_unplanned_failover_over_a_link_that_is_up_tells_the_source()
    {
        TestWorld lab = new();

        lab.Done<GroupRecovered>(lab.Command(ReplicationOperation.Failover, "fd-b1/rg-01-t") with { IsPlanned = false });

        Assert.Equal(ReplicationState.RemoteFailedOver, lab.State("fd-a1/rg-01"));
    }

    [Fact]
    public void A_prepared_source_loses_its_mark_when_it_learns_of_the_failover()
    {
        TestWorld lab = new();
        lab.Done<GroupDone>(ReplicationOperation.PrepareFailover, "fd-a1/rg-01");

        lab.Done<GroupRecovered>(ReplicationOperation.Failover, "fd-b1/rg-01-t");

        Assert.False(lab.Group("fd-a1/rg-01").Prepared);
    }

    [Fact]
    public void A_link_keeps_what_is_not_patched_and_remembers_when_it_was_down()
    {
        TestWorld lab = new();
        Core.Control.WorldControl.SetLink(lab.World, "fd-b1", "fd-a1", new(Lag: TimeSpan.FromSeconds(3), Bandwidth: 100));
        lab.Cut();
        lab.Advance(TimeSpan.FromMinutes(1));
        lab.Cut();
        lab.Advance(TimeSpan.FromMinutes(1));
        lab.Mend();

        Link link = lab.World.FindLink("fd-a1", "fd-b1")!;
        Assert.Equal((true, TimeSpan.FromSeconds(3), 100L), (link.Up, link.Lag, link.Bandwidth));
        Assert.Equal([new Interval(Inventory.T0, Inventory.T0.AddMinutes(2))], link.Outages);
    }

    [Fact]
    public void A_link_that_nobody_described_is_up_and_can_be_cut()
    {
        TestWorld lab = new();
        Assert.Null(lab.World.FindLink("fd-n1", "fd-a1"));
        lab.Done<GroupSynced>(ReplicationOperation.Sync, "fd-n1/rg-02-n");

        lab.Link("fd-n1", "fd-a1", false);

        Assert.IsType<PeerNotReachable>(lab.Refused(ReplicationOperation.Sync, "fd-n1/rg-02-n"));
    }

    [Fact]
    public void Prepare_needs_all_targets()
    {
        TestWorld lab = new();
        lab.Link("fd-n1", "fd-a1", false);

        Assert.IsType<PeerNotReachable>(lab.Refused(ReplicationOperation.PrepareFailover, "fd-a1/rg-02"));
        lab.Done<GroupDone>(ReplicationOperation.PrepareFailover, "fd-a1/rg-01");
    }

    private static ReplicationCommand Command(TestWorld lab, ReplicationOperation operation, string group, bool planned) =>
        lab.Command(operation, group) with { IsPlanned = planned, Force = operation == ReplicationOperation.TestStop };

    private static void AssertPeer(TestWorld lab, ReplicationCommand command, bool needed)
    {
        string before = lab.Picture();
        AssertPeer(lab.RunOne(command), needed);
        Assert.Equal(needed, before == lab.Picture());
    }

    private static void AssertPeer(GroupOutcome outcome, bool needed)
    {
        if (needed)
        {
            Assert.IsType<PeerNotReachable>(Assert.IsType<GroupFailed>(outcome).Error);
        }
        else
        {
            Assert.IsNotType<GroupFailed>(outcome);
        }
    }
}
