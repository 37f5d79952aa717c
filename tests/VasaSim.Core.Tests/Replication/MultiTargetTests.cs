using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replication;

/// <summary>A source with two targets, and groups that reverse at once.</summary>
public sealed class MultiTargetTests
{
    private const string A = "fd-a1/rg-02";
    private const string B = "fd-b1/rg-02-t";
    private const string N = "fd-n1/rg-02-n";

    [Fact]
    public void The_other_target_stays_a_target_and_gets_nothing_new()
    {
        TestWorld lab = new();
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, B);
        string[] then = [.. lab.Replicas(N).Select(r => r.Id)];
        lab.Advance(TimeSpan.FromHours(5));

        Assert.Equal(ReplicationState.Target, lab.State(N));
        Assert.Equal(then, lab.Replicas(N).Select(r => r.Id));
        Assert.IsType<InvalidReplicationState>(lab.Refused(ReplicationOperation.Sync, N));
        lab.Done<GroupRecovered>(lab.Command(ReplicationOperation.TestStart, N) with { IsPlanned = false });
    }

    [Theory]
    [InlineData(ReverseIds.Keep)]
    [InlineData(ReverseIds.New)]
    public void After_the_reverse_the_other_target_belongs_to_the_new_source(ReverseIds ids)
    {
        TestWorld lab = new();
        lab.Patch(Inventory.B1, new() { ReverseIds = ids });
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, B);
        lab.Advance(TimeSpan.FromHours(5));
        string source = "fd-b1/" + lab.Done<GroupReversed>(ReplicationOperation.Reverse, B).NewDeviceGroup;
        string target = ids == ReverseIds.Keep ? A : "fd-a1/rg-02-r";

        Assert.Equal([TestWorld.Id(target), TestWorld.Id(N)], lab.Group(source).Targets);
        Assert.Equal(TestWorld.Id(source), lab.Group(N).Source);
        Assert.Equal(TestWorld.Id(source), lab.Group(target).Source);
        Assert.Equal(lab.Group(source).Members.Select(m => m.Source), lab.Group(N).Members.Select(m => m.Source));
        int before = lab.Replicas(N).Count(r => r.Time > lab.Now.AddHours(-1));
        Assert.Equal(0, before);
        lab.Advance(TimeSpan.FromHours(1));
        Assert.Single(lab.Replicas(N), r => r.Time > lab.Now.AddHours(-1));
        lab.Done<GroupSynced>(ReplicationOperation.Sync, N);
    }

    [Fact]
    public void Of_two_targets_that_failed_over_the_first_to_reverse_wins()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.B1, new() { ReverseIds = ReverseIds.Keep });
        lab.Done<GroupRecovered>(lab.Command(ReplicationOperation.Failover, B) with { IsPlanned = false });
        lab.Done<GroupRecovered>(lab.Command(ReplicationOperation.Failover, N) with { IsPlanned = false });

        lab.Done<GroupReversed>(ReplicationOperation.Reverse, N);

        Assert.Equal(ReplicationState.Source, lab.State(N));
        Assert.Equal(ReplicationState.Target, lab.State(A));
        Assert.Equal(ReplicationState.Target, lab.State(B));
        Assert.Equal(TestWorld.Id(N), lab.Group(B).Source);
        Assert.All(lab.Group(B).Members, m => Assert.Null(m.Recovered));
        Assert.Null(lab.Group(B).Recovery);
        InvalidReplicationState fault = Assert.IsType<InvalidReplicationState>(lab.Refused(ReplicationOperation.Reverse, B));
        Assert.Equal(ReplicationState.Target, fault.Current);
    }

    [Fact]
    public void Two_reverses_that_run_side_by_side_make_one_source()
    {
        TestWorld lab = new();
        lab.Done<GroupRecovered>(lab.Command(ReplicationOperation.Failover, B) with { IsPlanned = false });
        lab.Done<GroupRecovered>(lab.Command(ReplicationOperation.Failover, N) with { IsPlanned = false });
        ReplicationTask first = lab.Begin(lab.Command(ReplicationOperation.Reverse, B));
        ReplicationTask second = lab.Begin(lab.Command(ReplicationOperation.Reverse, N));

        Assert.IsType<GroupReversed>(Assert.Single(lab.End(first)));
        Assert.IsType<GroupFailed>(Assert.Single(lab.End(second)));
        Assert.Equal(["fd-b1/r-rg-02"], lab.World.Groups.Where(g => g.Id.DeviceGroup.Contains("rg-02") && g.State == ReplicationState.Source).Select(g => g.Id.ToString()));
    }

    [Fact]
    public void A_test_of_the_other_target_outlives_the_reverse_and_ends_as_usual()
    {
        TestWorld lab = new();
        GroupRecovered test = lab.Done<GroupRecovered>(ReplicationOperation.TestStart, N);
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, B);
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, B);

        Assert.Equal(test.Devices.Select(d => d.Recovered), lab.Group(N).Members.Select(m => m.Recovered));
        lab.Done<GroupDone>(ReplicationOperation.TestStop, N);
        Assert.Equal(ReplicationState.Target, lab.State(N));
    }

    [Fact]
    public void The_history_of_the_other_target_does_not_change_with_its_source()
    {
        TestWorld lab = new();
        lab.Link("fd-a1", "fd-n1", false);
        lab.Advance(TimeSpan.FromHours(2));
        lab.Link("fd-a1", "fd-n1", true);
        lab.Link("fd-b1", "fd-n1", false);
        lab.Advance(TimeSpan.FromHours(2));
        lab.Link("fd-b1", "fd-n1", true);
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, B);
        string[] before = [.. lab.Replicas(N).Select(r => r.Id)];

        lab.Done<GroupReversed>(ReplicationOperation.Reverse, B);

        Assert.Equal(before, lab.Replicas(N).Select(r => r.Id));
    }

    [Fact]
    public void Nobody_uses_the_devices_of_a_promoted_target_that_is_overwritten()
    {
        TestWorld lab = new(change: e => e is ReplicationGroup { Id.DeviceGroup: "rg-02-n" } g ? g with { PromoteCapable = true } : e);
        lab.Done<GroupRecovered>(ReplicationOperation.TestStart, N);
        lab.World.Put(lab.Group(N) with { Members = [.. lab.Group(N).Members.Select(m => m with { Bound = true })] });
        lab.Done<GroupRecovered>(ReplicationOperation.Promote, N);
        lab.Done<GroupRecovered>(lab.Command(ReplicationOperation.Failover, B) with { IsPlanned = false });

        lab.Done<GroupReversed>(ReplicationOperation.Reverse, B);

        Assert.Equal(ReplicationState.Target, lab.State(N));
        Assert.All(lab.Group(N).Members, m => Assert.False(m.Bound));
    }

    [Fact]
    public void A_group_that_reverses_at_once_is_the_source_after_its_failover()
    {
        TestWorld lab = new();

        GroupRecovered done = lab.Done<GroupRecovered>(ReplicationOperation.Failover, "fd-b1/rg-09-t");

        Assert.Equal(ReplicationState.Source, done.NewState);
        Assert.Equal([new VVolId("rg-09-t-r1"), new VVolId("rg-09-t-r2")], done.Devices.Select(d => d.Recovered));
        Assert.Equal(ReplicationState.Source, lab.State("fd-b1/rg-09-t"));
        Assert.Equal(ReplicationState.Target, lab.State("fd-a1/rg-09"));
        Assert.Equal(TestWorld.Id("fd-b1/rg-09-t"), lab.Group("fd-a1/rg-09").Source);
        Assert.Null(done.ReplicaBefore);
        GroupRecovered again = lab.Done<GroupRecovered>(ReplicationOperation.Failover, "fd-b1/rg-09-t");
        Assert.Equal(TestWorld.Json(done), TestWorld.Json(again with { Warnings = [] }));
    }

    [Fact]
    public void Without_its_peer_it_waits_as_failed_over()
    {
        TestWorld lab = new();
        lab.Cut();

        Assert.Equal(ReplicationState.FailedOver, lab.Done<GroupRecovered>(lab.Command(ReplicationOperation.Failover, "fd-b1/rg-09-t") with { IsPlanned = false }).NewState);
        lab.Mend();
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, "fd-b1/rg-09-t");
    }

    [Fact]
    public void It_goes_back_at_once_too()
    {
        TestWorld lab = new();
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, "fd-b1/rg-09-t");
        lab.Done<GroupSynced>(ReplicationOperation.Sync, "fd-a1/rg-09");

        Assert.Equal(ReplicationState.Source, lab.Done<GroupRecovered>(ReplicationOperation.Failover, "fd-a1/rg-09").NewState);

        Assert.Equal(ReplicationState.Target, lab.State("fd-b1/rg-09-t"));
        Assert.Equal([new VVolId("rg-09-s1"), new VVolId("rg-09-s2")], lab.Group("fd-a1/rg-09").Members.Select(m => m.Source));
        Assert.IsType<InvalidReplicationState>(lab.Refused(ReplicationOperation.Reverse, "fd-b1/rg-09-t"));
    }
}
