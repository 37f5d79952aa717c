using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replication;

/// <summary>A side keeps its labels, whatever becomes of it.</summary>
public sealed class LabelTests
{
    private const string A = "fd-a1/rg-01";
    private const string B = "fd-b1/rg-01-t";

    [Theory]
    [InlineData(ReverseIds.Keep, B, A)]
    [InlineData(ReverseIds.New, "fd-b1/r-rg-01", "fd-a1/rg-01-r")]
    public void Through_failover_and_reverse_each_side_keeps_its_own(ReverseIds ids, string source, string target)
    {
        TestWorld lab = Labelled();
        lab.Patch("vasaProvider-3", new() { ReverseIds = ids });

        lab.Done<Core.Tasks.GroupRecovered>(ReplicationOperation.Failover, B);
        Assert.Equal("b", lab.Group(B).Labels["side"]);
        Assert.Equal("a", lab.Group(A).Labels["side"]);

        lab.Done<Core.Tasks.GroupReversed>(ReplicationOperation.Reverse, B);
        Assert.Equal("b", lab.Group(source).Labels["side"]);
        Assert.Equal("a", lab.Group(target).Labels["side"]);
    }

    [Fact]
    public void Through_test_and_promote_too()
    {
        TestWorld lab = Labelled();
        lab.World.Put(lab.Group(B) with { PromoteCapable = true });

        lab.Done<Core.Tasks.GroupRecovered>(ReplicationOperation.TestStart, B);
        lab.Done<Core.Tasks.GroupRecovered>(ReplicationOperation.Promote, B);

        Assert.Equal("b", lab.Group(B).Labels["side"]);
    }

    private static TestWorld Labelled() => new(change: entity => entity is ReplicationGroup group
        ? group with { Labels = new Dictionary<string, string> { ["side"] = group.Id.FaultDomain == "fd-a1" ? "a" : "b" } }
        : entity);
}
