using System.Text.Json;
using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Lab.Tests;

public sealed class WorldBuilderTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static List<string> Serialised(long seed, LabDefinition lab) =>
    [
        .. WorldBuilder.Build(lab, seed, Start, true)
            .Select(entity => JsonSerializer.Serialize(entity, entity.GetType())),
    ];

    private static LabDefinition Lab(string text)
    {
        LabResult result = LabFile.Parse(text, "test.yaml");
        Assert.Empty(result.Problems);
        return result.Lab!;
    }

    private static LabDefinition LabWithGroups(string groups) => Lab(
        "version: 1\nsites: { A: , B: }\n"
        + "providers: [ { id: p-a, site: A }, { id: p-b, site: B } ]\n"
        + "faultDomains: { fd-a: { provider: p-a }, fd-b: { provider: p-b }, fd-c: { provider: p-b } }\n"
        + groups);

    [Fact]
    public void Build_SameSeed_SameEntities() => Assert.Equal(
        Serialised(7, KnownLabs.TwoSites), Serialised(7, Lab(KnownLabs.TwoSitesText)));

    [Fact]
    public void Build_OtherSeed_OtherIdsSameShape()
    {
        List<string> one = Serialised(7, KnownLabs.TwoSites);
        List<string> other = Serialised(8, KnownLabs.TwoSites);
        Assert.Equal(one.Count, other.Count);
        string[] replicas = [.. Replicas(7)];
        Assert.Empty(replicas.Intersect(Replicas(8)));
        Assert.Equal(replicas.Select(id => id[^23..]), Replicas(8).Select(id => id[^23..]));
    }

    [Fact]
    public void Build_TwoSites_EntitiesSurviveJson() => Assert.All(
        WorldBuilder.Build(KnownLabs.TwoSites, 7, Start, true),
        entity =>
        {
            string once = JsonSerializer.Serialize(entity, entity.GetType());
            object? back = JsonSerializer.Deserialize(once, entity.GetType());
            Assert.Equal(once, JsonSerializer.Serialize(back, entity.GetType()));
        });

    private static IEnumerable<string> Replicas(long seed) => WorldBuilder
        .Build(KnownLabs.TwoSites, seed, Start, true)
        .OfType<ReplicationGroup>()
        .SelectMany(group => group.Members)
        .Select(member => member.Replica)
        .OfType<string>();

    [Fact]
    public void Build_TimeBelowAMillisecond_IsCut()
    {
        DateTimeOffset odd = new(2025, 1, 15, 13, 0, 0, 0, 999, TimeSpan.FromHours(1));
        IReadOnlyList<Entity> world = WorldBuilder.Build(KnownLabs.TwoSites, 1, odd, false);
        Assert.Equal(Start, world.OfType<WorldInfo>().Single().StartTime);
        Assert.Equal(TimeSpan.Zero, world.OfType<WorldInfo>().Single().StartTime.Offset);
        Assert.Equal(Start.AddDays(120), world.OfType<Provider>().ElementAt(2).Certificate!.NotAfter);
    }

    [Fact]
    public void Build_NoReplicasYet_ScheduleBeginsAfterT0()
    {
        LabDefinition lab = LabWithGroups(
            "groups: [ { id: g, source: fd-a, targets: [ { domain: fd-b } ], "
            + "pits: { every: 15m, count: 0, keep: 4 } } ]\n");
        ReplicationGroup target = WorldBuilder.Build(lab, 1, Start, true).OfType<ReplicationGroup>().Last();
        Assert.Equal(Start.AddMinutes(15), target.Schedule!.First);
        Assert.Empty(target.Schedule.Pauses);
    }

    [Fact]
    public void Build_FailedOverWithKeep_ScheduleIsStoppedAllTheSame()
    {
        LabDefinition lab = LabWithGroups(
            "groups: [ { id: g, source: fd-a, state: REMOTE_FAILEDOVER, "
            + "targets: [ { domain: fd-b, state: FAILEDOVER }, { domain: fd-c } ], pits: { keep: 4 } } ]\n");
        ReplicationGroup[] groups = [.. WorldBuilder.Build(lab, 1, Start, true).OfType<ReplicationGroup>()];
        Assert.Equal(new Interval(Start.AddMilliseconds(1), null), Assert.Single(groups[1].Schedule!.Pauses));
        Assert.Empty(groups[2].Schedule!.Pauses);
    }

    [Fact]
    public void Build_WholeMachinesInTest_HaveADirectoryOfTheirOwn()
    {
        LabDefinition lab = LabWithGroups(
            "groups: [ { id: g, source: fd-a, devices: { vms: 1, kind: virtualMachine }, pits: { count: 1 },\n"
            + "  targets: [ { domain: fd-b, state: INTEST } ] } ]\n");
        ReplicationGroup target = WorldBuilder.Build(lab, 1, Start, true).OfType<ReplicationGroup>().Last();
        string path = Assert.IsType<VirtualMachineFilePath>(target.Members[0].Recovered).VmxPath;
        Assert.Equal("g-vm1-000000000001/g-vm1.vmx", path);
        Assert.Equal(target.Members[1].Source, target.Members[1].Recovered);
        Assert.All(target.Members, member => Assert.False(member.Bound));
    }

    [Fact]
    public void Build_UncopyableInTest_IsNotRecovered()
    {
        LabDefinition lab = LabWithGroups(
            "groups: [ { id: g, source: fd-a, vms: [ { id: vm-1, disks: 2, uncopyable: 1 } ], pits: { count: 1 },\n"
            + "  targets: [ { domain: fd-b, state: INTEST, testCopiesBound: true } ] } ]\n");
        GroupMember[] members =
            [.. WorldBuilder.Build(lab, 1, Start, true).OfType<ReplicationGroup>().Last().Members];
        Assert.Equal([true, true, false], members.Select(member => member.Copied));
        Assert.Equal([true, true, false], members.Select(member => member.Recovered is not null));
        Assert.Equal([true, true, false], members.Select(member => member.Bound));
    }

    [Fact]
    public void Build_MoreGroupsThanFourDigitsHold_IdsStayUnique()
    {
        LabDefinition lab = LabWithGroups(
            "groups: [ { template: { count: 65540, id: 'g-{n}', source: fd-a, targets: [ { domain: fd-b } ], "
            + "devices: { vms: 1, disksPerVm: 0 } } } ]\n");
        string[] ids =
        [
            .. WorldBuilder.Build(lab, 1, Start, true).OfType<ReplicationGroup>()
                .SelectMany(group => group.Members).Select(member => member.Replica).OfType<string>(),
        ];
        Assert.Equal(65540, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(44, id.Length));
    }

    [Fact]
    public void Build_UnknownDomain_SaysSo()
    {
        LabDefinition lab = new()
        {
            Name = "broken",
            Groups = [new() { SourceDomain = "fd-x", Id = "g", Targets = [], Vms = [new() { Id = "v", Name = "v" }] }],
        };
        ArgumentException e = Assert.Throws<ArgumentException>(() => WorldBuilder.Build(lab, 1, Start, true));
        Assert.Contains("fd-x", e.Message, StringComparison.Ordinal);
    }
}
