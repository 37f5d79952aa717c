using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Queries;
using VasaSim.Core.Replicas;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replication;

/// <summary>Reverse and the way back.</summary>
public sealed class ReverseTests
{
    private const string A = "fd-a1/rg-01";
    private const string B = "fd-b1/rg-01-t";

    [Fact]
    public void Keeping_the_ids_both_groups_swap_roles()
    {
        TestWorld lab = FailedOver(ReverseIds.Keep);

        GroupReversed done = lab.Done<GroupReversed>(ReplicationOperation.Reverse, B);

        Assert.Equal("rg-01-t", done.NewDeviceGroup);
        AssertPair(lab, source: B, target: A);
        Assert.Equal(new VVolId("rg-01-t-r1"), lab.Group(B).Members[0].Source);
        Assert.Equal((new VVolId("rg-01-t-r1"), "rg-01-s1", "datastore-21"), Place(lab.Group(A).Members[0]));
        Assert.Null(lab.Group(B).Members[0].Replica);
        Assert.Equal("datastore-61", lab.Group(B).Members[0].Datastore);
    }

    [Fact]
    public void With_new_ids_the_old_ones_are_gone_at_both_sides()
    {
        TestWorld lab = FailedOver(ReverseIds.New);

        GroupReversed done = lab.Done<GroupReversed>(ReplicationOperation.Reverse, B);

        Assert.Equal(TestWorld.Id(B), done.Group);
        Assert.Equal("r-rg-01", done.NewDeviceGroup);
        AssertPair(lab, source: "fd-b1/r-rg-01", target: "fd-a1/rg-01-r");
        Assert.Null(lab.World.FindGroup(TestWorld.Id(A)));
        Assert.Null(lab.World.FindGroup(TestWorld.Id(B)));
        Assert.DoesNotContain(lab.World.Groups, g => g.Id == TestWorld.Id(A) || g.Id == TestWorld.Id(B));
        Assert.IsType<NotFound>(lab.Refused(lab.Command(ReplicationOperation.Reverse, B)));
        Assert.Equal((new VVolId("rg-01-t-r1"), "rg-01-s1", "datastore-21"), Place(lab.Group("fd-a1/rg-01-r").Members[0]));
    }

    [Theory]
    [InlineData(ReverseIds.Keep)]
    [InlineData(ReverseIds.New)]
    public void The_groups_of_the_two_providers_are_listed_once(ReverseIds ids)
    {
        TestWorld lab = FailedOver(ids);
        int count = lab.World.GroupCount;
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, B);

        Assert.Equal(count, lab.World.GroupCount);
        Assert.Equal(count, lab.World.Groups.Select(g => g.Id).Distinct().Count());
        Assert.Equal(count, lab.World.Groups.Count());
    }

    [Theory]
    [InlineData(ReverseIds.Keep)]
    [InlineData(ReverseIds.New)]
    public void The_new_target_has_no_replica_until_its_first_sync(ReverseIds ids)
    {
        TestWorld lab = FailedOver(ids);
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, B);
        string target = ids == ReverseIds.Keep ? A : "fd-a1/rg-01-r";
        Assert.Empty(lab.Replicas(target));
        Assert.Equal(new NoValidReplica(null), lab.Refused(ReplicationOperation.TestStart, target));
        Assert.Equal(new NoValidReplica(null), lab.Refused(ReplicationOperation.Failover, target));

        GroupSynced synced = lab.Done<GroupSynced>(ReplicationOperation.Sync, target);

        Assert.Equal(synced.Replica, Assert.Single(lab.Replicas(target)).Id);
        lab.Done<GroupRecovered>(ReplicationOperation.TestStart, target);
    }

    [Fact]
    public void The_new_target_takes_over_the_rhythm_of_the_schedule()
    {
        TestWorld lab = FailedOver(ReverseIds.Keep);
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, B);
        DateTimeOffset reversed = lab.Now;

        lab.Advance(TimeSpan.FromHours(2));

        Assert.Equal([reversed.AddHours(1), reversed.AddHours(2)], lab.Replicas(A).Select(r => r.Time));
        Assert.Empty(lab.Replicas(B));
    }

    [Fact]
    public void A_group_whose_replicas_only_the_lab_made_has_no_schedule_after_the_reverse()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.B1, new() { ReverseIds = ReverseIds.Keep });
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, "fd-b1/rg-04-t");

        lab.Advance(TimeSpan.FromDays(1));

        Assert.Empty(lab.Replicas("fd-a1/rg-04"));
    }

    [Fact]
    public void There_and_back_again_ends_where_it_began_when_ids_are_kept()
    {
        TestWorld lab = FailedOver(ReverseIds.Keep);
        DeviceId[] devices = [.. lab.Group(A).Members.Select(m => m.Source)];
        (DeviceId, string?, string)[] places = [.. lab.Group(B).Members.Select(Place)];
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, B);
        lab.Done<GroupSynced>(ReplicationOperation.Sync, A);
        lab.Done<GroupDone>(ReplicationOperation.PrepareFailover, B);
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, A);
        Assert.Equal(ReplicationState.RemoteFailedOver, lab.State(B));

        Assert.Equal("rg-01", lab.Done<GroupReversed>(ReplicationOperation.Reverse, A).NewDeviceGroup);

        AssertPair(lab, source: A, target: B);
        Assert.Equal(devices, lab.Group(A).Members.Select(m => m.Source));
        Assert.Equal(places, lab.Group(B).Members.Select(Place));
        Assert.Empty(lab.Replicas(B));
    }

    [Fact]
    public void There_and_back_again_has_other_ids_when_they_are_new()
    {
        TestWorld lab = FailedOver(ReverseIds.New);
        lab.Patch(Inventory.A1, new() { ReverseIds = ReverseIds.New });
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, B);
        lab.Done<GroupSynced>(ReplicationOperation.Sync, "fd-a1/rg-01-r");
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, "fd-a1/rg-01-r");

        string source = "fd-a1/" + lab.Done<GroupReversed>(ReplicationOperation.Reverse, "fd-a1/rg-01-r").NewDeviceGroup;

        AssertPair(lab, source, lab.Group(source).Targets[0].ToString());
        Assert.DoesNotContain(source, new[] { A, "fd-a1/rg-01-r" });
    }

    [Fact]
    public void Replica_ids_of_a_group_are_not_used_again_when_it_is_a_target_again()
    {
        TestWorld lab = FailedOver(ReverseIds.Keep);
        HashSet<string> seen = [.. lab.Replicas(B).Select(r => r.Id)];
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, B);
        lab.Done<GroupSynced>(ReplicationOperation.Sync, A);
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, A);
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, A);
        lab.Done<GroupSynced>(ReplicationOperation.Sync, B);
        lab.Advance(TimeSpan.FromHours(2));

        Assert.Equal(3, lab.Replicas(B).Count);
        Assert.All(lab.Replicas(B), r => Assert.True(seen.Add(r.Id)));
    }

    [Fact]
    public void New_ids_never_take_those_of_another_group()
    {
        TestWorld lab = FailedOver(ReverseIds.New);
        ReplicationGroup other = lab.Group("fd-b1/rg-06-t") with { Id = TestWorld.Id("fd-b1/r-rg-01"), Ordinal = 50, Source = TestWorld.Id("fd-a1/rg-other") };
        ReplicationGroup otherSource = lab.Group("fd-a1/rg-06") with { Id = TestWorld.Id("fd-a1/rg-other"), Ordinal = 51, Targets = [other.Id] };
        lab.World.Put(other);
        lab.World.Put(otherSource);

        GroupReversed done = lab.Done<GroupReversed>(ReplicationOperation.Reverse, B);

        Assert.NotEqual("r-rg-01", done.NewDeviceGroup);
        Assert.Equal(TestWorld.Json(other), TestWorld.Json(lab.Group("fd-b1/r-rg-01")));
    }

    [Fact]
    public void The_peers_turn_round_with_the_groups()
    {
        TestWorld lab = new(change: e => e is ReplicationGroup { Id.DeviceGroup: not ("rg-01" or "rg-01-t") } g ? g with { Targets = [] } : e);
        lab.Patch(Inventory.B1, new() { ReverseIds = ReverseIds.Keep });
        Assert.Equal("fd-a1>fd-b1", Peers(lab, Inventory.A1));
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, B);
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, B);

        Assert.Equal("", Peers(lab, Inventory.A1));
        Assert.Equal("fd-b1>fd-a1", Peers(lab, Inventory.B1));
    }

    private static TestWorld FailedOver(ReverseIds ids)
    {
        TestWorld lab = new();
        lab.Patch(Inventory.B1, new() { ReverseIds = ids });
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, B);
        return lab;
    }

    private static string Peers(TestWorld lab, string provider) => string.Join(';',
        ReplicationQueries.Peers(lab.World, lab.Provider(provider), "QueryReplicationPeer", null).Value.Select(p => $"{p.Source}>{string.Join(',', p.Targets)}"));

    private static (DeviceId, string?, string) Place(GroupMember member) => (member.Source, member.Replica, member.Datastore);

    private static void AssertPair(TestWorld lab, string source, string target)
    {
        (ReplicationGroup from, ReplicationGroup to) = (lab.Group(source), lab.Group(target));
        Assert.Equal((ReplicationState.Source, ReplicationState.Target), (from.State, to.State));
        Assert.Equal([to.Id], from.Targets);
        Assert.Null(from.Source);
        Assert.Equal(from.Id, to.Source);
        Assert.Empty(to.Targets);
        Assert.Equal(from.Members.Select(m => m.Source), to.Members.Select(m => m.Source));
        Assert.All(from.Members.Concat(to.Members), m => Assert.Null(m.Recovered));
        Assert.All(to.Members, m => Assert.NotNull(m.Replica));
    }
}
