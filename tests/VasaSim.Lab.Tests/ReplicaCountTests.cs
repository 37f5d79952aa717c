using VasaSim.Core;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Replicas;
using VasaSim.Core.Time;

namespace VasaSim.Lab.Tests;

/// <summary>What a lab says of replicas is what a world that begins has.</summary>
public sealed class ReplicaCountTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static World Begin(LabDefinition lab) => new(
        [
            .. WorldBuilder.Build(lab, 42, Start, true),
            new ClockState { Anchor = Start, RealAnchor = Start, IsFrozen = true },
        ],
        0);

    private static IReadOnlyList<Replica> Replicas(World world, string domain, string id) =>
        ReplicaCatalog.List(world, world.FindGroup(new GroupId(domain, id))!);

    [Theory]
    [InlineData("fd-b1", "rg-01-t", 4)]
    [InlineData("fd-b1", "rg-02-t", 24)]
    [InlineData("fd-n1", "rg-02-n", 24)]
    [InlineData("fd-b1", "rg-03-t", 2)]
    [InlineData("fd-b1", "rg-04-t", 3)]
    [InlineData("fd-a1", "rg-05-t", 2)]
    [InlineData("fd-b1", "rg-06-t", 1)]
    [InlineData("fd-b1", "rg-07-t", 0)]
    [InlineData("fd-io-b", "rg-08-t", 5000)]
    public void TwoSites_HasTheReplicasItPromises(string domain, string id, int count)
    {
        IReadOnlyList<Replica> replicas = Replicas(Begin(KnownLabs.TwoSites), domain, id);
        Assert.Equal(count, replicas.Count);
        Assert.All(replicas.TakeLast(1), newest => Assert.Equal(Start, newest.Time));
    }

    [Fact]
    public void TwoSites_NamesAndTagsOfRg02()
    {
        IReadOnlyList<Replica> replicas = Replicas(Begin(KnownLabs.TwoSites), "fd-b1", "rg-02-t");
        Assert.Equal("web-20250114-13", replicas[0].Name);
        Assert.Equal("web-20250115-12", replicas[^1].Name);
        Assert.Equal(4, replicas.Count(replica => replica.Tags.Contains("app-consistent")));
        Assert.All(replicas, replica => Assert.Contains("scheduled", replica.Tags));
    }

    [Fact]
    public void LinkIsDownFromTheBeginning_ReplicasFromBeforeAreThere()
    {
        LabDefinition lab = KnownLabs.TwoSites with
        {
            Links = [new LinkDefinition("fd-a1", "fd-b1", Up: false)],
        };
        Assert.Equal(4, Replicas(Begin(lab), "fd-b1", "rg-01-t").Count);
    }
}
