using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Lab.Tests;

public sealed class DefaultGroupsTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<Entity> World = WorldBuilder.Build(KnownLabs.TwoSites, 42, Start, true);

    private static IReadOnlyList<T> All<T>() => [.. World.OfType<T>()];

    private static ReplicationGroup Group(string domain, string id) =>
        World.OfType<ReplicationGroup>().Single(group => group.Id == new GroupId(domain, id));

    [Theory]
    [InlineData("fd-a1", "rg-01", "fd-b1", "rg-01-t", 5)]
    [InlineData("fd-a1", "rg-02", "fd-b1", "rg-02-t", 6)]
    [InlineData("fd-a1", "rg-02", "fd-n1", "rg-02-n", 6)]
    [InlineData("fd-a1", "rg-03", "fd-b1", "rg-03-t", 2)]
    [InlineData("fd-a1", "rg-04", "fd-b1", "rg-04-t", 2)]
    [InlineData("fd-b1", "rg-05", "fd-a1", "rg-05-t", 3)]
    [InlineData("fd-a1", "rg-06", "fd-b1", "rg-06-t", 0)]
    [InlineData("fd-io-a", "rg-08", "fd-io-b", "rg-08-t", 3)]
    public void Build_TwoSites_BothSidesReferToEachOther(
        string sourceDomain, string sourceId, string targetDomain, string targetId, int members)
    {
        ReplicationGroup source = Group(sourceDomain, sourceId);
        ReplicationGroup target = Group(targetDomain, targetId);
        Assert.Contains(target.Id, source.Targets);
        Assert.Equal(source.Id, target.Source);
        Assert.Equal(members, source.Members.Count);
        Assert.Equal(source.Members.Select(member => member.Source), target.Members.Select(member => member.Source));
        Assert.All(source.Members, member => Assert.Null(member.Replica));
        Assert.All(target.Members, member => Assert.NotNull(member.Replica));
        Assert.All(target.Members, member => Assert.True(member.Copied));
        Assert.Equal(source.Agreement, target.Agreement);
        Assert.Equal(SiteOf(sourceDomain), Assert.Single(SitesOf(source).DefaultIfEmpty(SiteOf(sourceDomain))));
        Assert.Equal(SiteOf(targetDomain), Assert.Single(SitesOf(target).DefaultIfEmpty(SiteOf(targetDomain))));
    }

    private static string SiteOf(string domain) => domain is "fd-b1" or "fd-n1" ? "B" : "A";

    private static IEnumerable<string> SitesOf(ReplicationGroup group) => group.Members
        .Select(member => All<Datastore>().Single(datastore => datastore.Id == member.Datastore).Site)
        .Distinct();

    [Theory]
    [InlineData("fd-b1", "rg-01-t", 4, 24, false)]
    [InlineData("fd-b1", "rg-02-t", 24, 24, false)]
    [InlineData("fd-n1", "rg-02-n", 24, 24, false)]
    [InlineData("fd-b1", "rg-03-t", 2, 2, true)]
    [InlineData("fd-b1", "rg-04-t", 2, 2, true)]
    [InlineData("fd-a1", "rg-05-t", 2, 2, true)]
    [InlineData("fd-b1", "rg-06-t", 1, 1, true)]
    [InlineData("fd-io-b", "rg-08-t", 5000, 5000, true)]
    public void Build_TwoSites_Schedules(string domain, string id, int count, int keep, bool stopped)
    {
        ReplicaSchedule schedule = Group(domain, id).Schedule!;
        Assert.Equal(Start, schedule.First + ((count - 1) * schedule.Every));
        Assert.Equal(keep, schedule.Keep);
        Interval[] pauses = stopped ? [new Interval(Start.AddMilliseconds(1), null)] : [];
        Assert.Equal(pauses, schedule.Pauses);
        Assert.Equal(!stopped, schedule.Continues);
        Assert.Equal(new ScheduledTag("scheduled", 1), schedule.Tags[0]);
    }

    [Fact]
    public void Build_TwoSites_ReplicaNames()
    {
        Assert.Equal("rg-01-{yyyyMMdd-HHmmss}", Group("fd-b1", "rg-01-t").Schedule!.Name);
        Assert.Equal("web-{yyyyMMdd-HH}", Group("fd-b1", "rg-02-t").Schedule!.Name);
        Assert.Contains(new ScheduledTag("app-consistent", 6), Group("fd-b1", "rg-02-t").Schedule!.Tags);
        Assert.Equal(TimeSpan.FromSeconds(10), Group("fd-io-b", "rg-08-t").Schedule!.Every);
    }

    [Fact]
    public void Build_TwoSites_PromoteCapable() => Assert.Equal(
        ["rg-01-t", "rg-02-t", "rg-03-t", "rg-06-t", "rg-07-t"],
        All<ReplicationGroup>().Where(group => group.PromoteCapable).Select(group => group.Id.DeviceGroup));

    [Fact]
    public void Build_InTest_CopiesAreRecoveredAndBound()
    {
        ReplicationGroup target = Group("fd-b1", "rg-03-t");
        Assert.Equal(ReplicationState.InTest, target.State);
        Assert.Equal(1, target.Tests);
        Assert.Equal(Start, target.Recovery!.At);
        Assert.Null(target.Recovery.ReplicaBefore);
        Assert.All(target.Members, member =>
        {
            Assert.True(member.Bound);
            VVolId copy = Assert.IsType<VVolId>(member.Recovered);
            Assert.NotEqual(member.Replica, copy.Id);
        });
        Assert.Equal(ReplicationState.Source, Group("fd-a1", "rg-03").State);
    }

    [Fact]
    public void Build_FailedOver_ReplicasAreRecoveredAndSafetyReplicaIsThere()
    {
        ReplicationGroup target = Group("fd-b1", "rg-04-t");
        Assert.Equal(ReplicationState.FailedOver, target.State);
        Assert.All(target.Members, member => Assert.Equal(new VVolId(member.Replica!), member.Recovered));
        PointInTimeReplica before = Assert.Single(All<PointInTimeReplica>());
        Assert.Equal((target.Id, target.Recovery!.ReplicaBefore, Start), (before.Group, before.Id, before.Time));
        Assert.Equal(["before-failover"], before.Tags);
        Assert.Equal(("pit-1", "before-failover", 1), (before.Id, before.Name, before.Ordinal));
        ReplicationGroup source = Group("fd-a1", "rg-04");
        Assert.Equal(ReplicationState.RemoteFailedOver, source.State);
        Assert.All(source.Members, member => Assert.False(member.Bound));
    }

    [Fact]
    public void Build_NotEstablished_SourceListsNoTarget()
    {
        ReplicationGroup source = Group("fd-a1", "rg-07");
        ReplicationGroup target = Group("fd-b1", "rg-07-t");
        Assert.Empty(source.Targets);
        Assert.Equal(source.Id, target.Source);
        Assert.Null(target.Schedule);
        Assert.All(target.Members, member => Assert.False(member.Copied));
        Assert.All(target.Members, member => Assert.NotNull(member.Replica));
        Assert.Equal([true, false], target.Members.Select(member => member.Copyable));
    }

    [Fact]
    public void Build_VirtualMachineDevices_PathAndDiskKeys()
    {
        VirtualMachine vm = All<VirtualMachine>().Single(machine => machine.Id == "vm-109");
        ReplicationGroup source = Group("fd-io-a", "rg-08");
        Assert.Equal(
            [
                new VirtualMachineFilePath(null, All<Datastore>()[1].Url, "iof01/iof01.vmx"),
                new VirtualDiskKey(vm.InstanceUuid, 2000), new VirtualDiskKey(vm.InstanceUuid, 2001),
            ],
            source.Members.Select(member => member.Source));
        Assert.Equal(
            [new MemberDisk(2000, "iof01.vmdk"), new MemberDisk(2001, "iof01_1.vmdk")], source.Members[0].Disks);
        Assert.Equal(source.Members[0].Disks, Group("fd-io-b", "rg-08-t").Members[0].Disks);
    }

    [Fact]
    public void Build_TwoSites_DeviceIdsSayWhatTheyName()
    {
        GroupMember second = Group("fd-n1", "rg-02-n").Members[1];
        string source = Assert.IsType<VVolId>(second.Source).Id;
        Assert.Matches("^rfc4122\\.[0-9a-f]{8}-[0-9a-f]{4}-5a00-0002-000000000002$", source);
        Assert.Matches("^rfc4122\\.[0-9a-f]{8}-[0-9a-f]{4}-7a01-0002-000000000002$", second.Replica!);
        Assert.Equal(source[..21], second.Replica![..21]);
        string[] ids =
        [
            .. All<ReplicationGroup>().Where(group => !group.IsSource).SelectMany(group => group.Members)
                .Select(member => member.Replica!),
            .. All<ReplicationGroup>().Where(group => group.IsSource).SelectMany(group => group.Members)
                .Select(member => member.Source).OfType<VVolId>().Select(device => device.Id),
            .. All<VirtualMachine>().Select(vm => vm.InstanceUuid),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
