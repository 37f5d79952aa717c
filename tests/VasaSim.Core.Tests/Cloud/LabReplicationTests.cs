using VasaSim.Configuration;
using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Lab;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;
using VasaSim.Lab;

namespace VasaSim.Core.Tests.Cloud;

/// <summary>What replications of a lab do when its world begins.</summary>
public sealed class LabReplicationTests
{
    private static readonly DateTimeOffset T0 = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static (World World, VmReplication Replication) Begin(string vm, string replication, string link)
    {
        LabResult result = LabFile.Parse($$"""
            version: 1
            sites: { A: , B: }
            clouds:
              a: { site: A, orgs: { o: { vapps: [ { name: v, vms: [ { name: m, {{vm}} } ] } ] } } }
              b: { site: B, orgs: { p: } }
            links: [ { from: a, to: b, {{link}} } ]
            replications: [ { vm: a/o/v/m, to: { site: b }, {{replication}} } ]
            """, "x");
        Assert.Empty(result.Problems);
        return Begin(result.Lab!);
    }

    private static (World World, VmReplication Replication) Begin(LabDefinition lab)
    {
        World world = NewWorld(lab);
        return (world, Assert.Single(world.Cloud.Replications));
    }

    private static World NewWorld(LabDefinition lab)
    {
        ClockState clock = new() { Anchor = T0, RealAnchor = T0, IsFrozen = true };
        World world = new([.. WorldBuilder.Build(lab, 7, T0, true), clock], 0);
        WorldBeginning.Settle(world);
        return world;
    }

    private static DateTimeOffset[] Instances(World world) =>
        [.. CloudQueries.Instances(world, world.Cloud.Replications[0]).Select(i => i.Time)];

    [Fact]
    public void Synced_HasOneInstanceAndGoesOn()
    {
        (World world, VmReplication replication) = Begin("disks: [100MB], changeRate: 1KB/s", "rpo: 15m, retention: [ { instances: 9, distance: 1m } ]", "bandwidth: 1MB/s");
        ReplicaInstance first = Assert.Single(CloudQueries.Instances(world, replication));
        Assert.Equal((1, T0, 100_000_000L, TimeSpan.FromSeconds(100)), (first.SequenceNumber, first.Time, first.TransferBytes, first.TransferTime));
        Assert.Equal((FlowMode.Scheduled, T0), (replication.Flow.Mode, replication.Flow.SyncedTo));
        Assert.Equal(T0, CloudQueries.StatusOf(world, replication).Since);
        DueWork.AdvanceTo(world, T0.AddHours(1));
        Assert.Equal([T0, T0.AddMinutes(15), T0.AddMinutes(30), T0.AddMinutes(45)], Instances(world));
        Assert.Equal(900_000, CloudQueries.Latest(world, replication)!.TransferBytes);
    }

    [Fact]
    public void Synced_WithoutALimit_HasOneInstanceToo()
    {
        (World world, _) = Begin("changeRate: 1KB/s", "rpo: 15m", "lag: 0s");
        Assert.Equal([T0], Instances(world));
    }

    [Fact]
    public void NotSynced_BeginsItsInitialSync()
    {
        (World world, VmReplication replication) = Begin("disks: [50MB, 50MB]", "synced: false", "bandwidth: 1MB/s");
        Assert.Equal(new Transfer(T0, 100_000_000, T0.AddSeconds(100), T0.AddSeconds(100), true), replication.Flow.Transfer);
        Assert.Empty(Instances(world));
        DueWork.AdvanceTo(world, T0.AddSeconds(100));
        Assert.Equal([T0], Instances(world));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Paused_StaysAsItIs(bool synced, int instances)
    {
        (World world, VmReplication replication) = Begin("changeRate: 1KB/s", $"paused: true, synced: {(synced ? "true" : "false")}", "lag: 0s");
        Assert.Equal(FlowMode.Paused, replication.Flow.Mode);
        DueWork.AdvanceTo(world, T0.AddDays(1));
        Assert.Equal(instances, Instances(world).Length);
    }

    [Fact]
    public void LinkDownOrMachineOff_IsInterruptedOrOff()
    {
        Assert.Equal(FlowMode.Interrupted, Begin("changeRate: 1KB/s", "rpo: 15m", "up: false").Replication.Flow.Mode);
        Assert.Equal(FlowMode.PoweredOff, Begin("poweredOn: false", "rpo: 15m", "lag: 0s").Replication.Flow.Mode);
    }

    [Fact]
    public void DefaultLab_HasOneThatRuns()
    {
        Assert.Empty(NewWorld(KnownLabs.Minimal).Cloud.Sites);
        (World world, _) = Begin(KnownLabs.TwoSites);
        DueWork.AdvanceTo(world, T0.AddHours(6));
        VmReplication replication = world.Cloud.Replications[0];
        Assert.Equal(FlowMode.Scheduled, replication.Flow.Mode);
        Assert.Equal(T0.AddHours(6), CloudQueries.Describe(world, replication).Status.Latest!.Time.AddMinutes(15));
    }
}
