using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Replicas;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replication;

/// <summary>Test start, test stop and promote.</summary>
public sealed class TestFailoverTests
{
    private const string Target = "fd-b1/rg-01-t";
    private const string InTest = "fd-b1/rg-03-t";

    [Fact]
    public void A_test_surfaces_copies_and_leaves_source_and_replicas_alone()
    {
        TestWorld lab = new();
        string source = TestWorld.Json(lab.Group("fd-a1/rg-01"));
        string[] replicas = [.. lab.Replicas(Target).Select(r => r.Id)];

        GroupRecovered done = lab.Done<GroupRecovered>(ReplicationOperation.TestStart, Target);

        Assert.Equal(ReplicationState.InTest, done.NewState);
        Assert.Null(done.ReplicaBefore);
        Assert.Equal(source, TestWorld.Json(lab.Group("fd-a1/rg-01")));
        Assert.Equal(replicas, lab.Replicas(Target).Select(r => r.Id));
        Assert.Equal(5, done.Devices.Select(d => Assert.IsType<VVolId>(d.Recovered)).Distinct().Count());
        Assert.All(done.Devices, d => Assert.NotEqual(d.Replica, ((VVolId)d.Recovered!).Id));
        Assert.All(done.Devices, d => Assert.Matches("^rfc4122\\.[0-9a-f-]{36}$", ((VVolId)d.Recovered!).Id));
        Assert.Equal(done.Devices.Select(d => d.Recovered), lab.Group(Target).Members.Select(m => m.Recovered));
    }

    [Fact]
    public void Replication_goes_on_under_a_test()
    {
        TestWorld lab = new();
        lab.Done<GroupRecovered>(ReplicationOperation.TestStart, Target);

        lab.Advance(TimeSpan.FromHours(1));

        Assert.Equal("pit-20250115T130000000Z", lab.Replicas(Target)[^1].Id);
    }

    [Fact]
    public void Each_test_has_new_device_ids()
    {
        TestWorld lab = new();
        HashSet<DeviceId> seen = [];
        for (int i = 0; i < 3; i++)
        {
            GroupRecovered done = lab.Done<GroupRecovered>(ReplicationOperation.TestStart, Target);
            Assert.All(done.Devices, d => Assert.True(seen.Add(d.Recovered!)));
            lab.Done<GroupDone>(ReplicationOperation.TestStop, Target);
            Assert.All(lab.Group(Target).Members, m => Assert.Null(m.Recovered));
        }
    }

    [Fact]
    public void A_repeated_test_start_answers_the_same_devices()
    {
        TestWorld lab = new();
        string newest = lab.Replicas(Target)[^1].Id;
        GroupRecovered first = lab.Done<GroupRecovered>(Wanting(lab, newest));

        GroupRecovered same = lab.Done<GroupRecovered>(Wanting(lab, newest));
        GroupRecovered none = lab.Done<GroupRecovered>(Wanting(lab, null));

        Assert.Equal(TestWorld.Json(first), TestWorld.Json(same with { Warnings = [] }));
        Assert.Equal(TestWorld.Json(first), TestWorld.Json(none with { Warnings = [] }));
        Assert.IsType<InvalidReplicationState>(lab.Refused(Wanting(lab, lab.Replicas(Target)[0].Id)));
    }

    [Fact]
    public void A_checked_test_start_changes_nothing()
    {
        TestWorld lab = new();
        string before = lab.Picture();

        lab.Done<GroupDone>(lab.Command(ReplicationOperation.TestStart, Target) with { CheckOnly = true });

        Assert.Equal(before, lab.Picture());
    }

    [Fact]
    public void An_unknown_replica_starts_no_test()
    {
        TestWorld lab = new();

        Assert.IsType<NotFound>(lab.Refused(Wanting(lab, "pit-77")));
    }

    [Fact]
    public void Stopping_reports_copies_in_use_and_with_force_does_not_mind()
    {
        TestWorld lab = new();

        ResourceInUse fault = Assert.IsType<ResourceInUse>(lab.Refused(ReplicationOperation.TestStop, InTest));
        Assert.Equal([new VVolId("rg-03-t-test1-1"), new VVolId("rg-03-t-test1-2")], fault.Devices);

        lab.Done<GroupDone>(lab.Command(ReplicationOperation.TestStop, InTest) with { Force = true });
        Assert.Equal(ReplicationState.Target, lab.State(InTest));
        Assert.All(lab.Group(InTest).Members, m => Assert.True(m.Recovered is null && !m.Bound));
        Assert.Null(lab.Group(InTest).Recovery);
    }

    [Fact]
    public void Copies_that_nobody_uses_are_stopped_without_force()
    {
        TestWorld lab = new();
        lab.Done<GroupRecovered>(ReplicationOperation.TestStart, Target);

        lab.Done<GroupDone>(ReplicationOperation.TestStop, Target);

        Assert.Equal(ReplicationState.Target, lab.State(Target));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void The_replica_of_a_sync_goes_with_the_test_when_the_knob_says_so(bool delete, int left)
    {
        TestWorld lab = new(new Knobs { DeleteSyncPitOnTestStop = delete });
        lab.Done<GroupSynced>(ReplicationOperation.Sync, Target);
        lab.Done<GroupRecovered>(ReplicationOperation.TestStart, Target);
        lab.Done<GroupDone>(ReplicationOperation.TestStop, Target);

        Assert.Equal(left, lab.Replicas(Target).Count(r => r.Tags.Contains("sync")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Promote_keeps_the_device_ids_and_tells_the_source(bool planned)
    {
        TestWorld lab = new();
        Replica used = lab.Replicas(Target)[1];
        GroupRecovered test = lab.Done<GroupRecovered>(Wanting(lab, used.Id));

        GroupRecovered done = lab.Done<GroupRecovered>(lab.Command(ReplicationOperation.Promote, Target) with { IsPlanned = planned });

        Assert.Equal(ReplicationState.FailedOver, done.NewState);
        Assert.Equal(test.Devices.Select(d => d.Recovered), done.Devices.Select(d => d.Recovered));
        Assert.Equal(used.Id, done.Replica);
        Assert.Equal(ReplicationState.RemoteFailedOver, lab.State("fd-a1/rg-01"));
    }

    [Fact]
    public void An_unplanned_promote_over_a_cut_link_leaves_the_source_as_it_is()
    {
        TestWorld lab = new();
        lab.Cut();

        lab.Done<GroupRecovered>(ReplicationOperation.Promote, InTest);

        Assert.Equal(ReplicationState.FailedOver, lab.State(InTest));
        Assert.Equal(ReplicationState.Source, lab.State("fd-a1/rg-03"));
        lab.Mend();
        Assert.Equal(ReplicationState.RemoteFailedOver, lab.State("fd-a1/rg-03"));
    }

    [Fact]
    public void A_group_that_cannot_be_promoted_says_so()
    {
        TestWorld lab = new();
        lab.Done<GroupRecovered>(ReplicationOperation.TestStart, "fd-a1/rg-05-t");

        Assert.IsType<NotSupportedByProvider>(lab.Refused(ReplicationOperation.Promote, "fd-a1/rg-05-t"));
    }

    [Fact]
    public void A_promoted_group_reverses_to_the_devices_of_the_test()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.B1, new() { ReverseIds = ReverseIds.Keep });
        lab.Done<GroupRecovered>(ReplicationOperation.Promote, InTest);
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, InTest);

        Assert.Equal([new VVolId("rg-03-t-test1-1"), new VVolId("rg-03-t-test1-2")], lab.Group(InTest).Members.Select(m => m.Source));
        Assert.Equal(lab.Group(InTest).Members.Select(m => m.Source), lab.Group("fd-a1/rg-03").Members.Select(m => m.Source));
    }

    private static ReplicationCommand Wanting(TestWorld lab, string? replica) =>
        lab.Command(ReplicationOperation.TestStart, Target) with { Groups = [new GroupSelection(TestWorld.Id(Target), replica)] };
}
