using VasaSim.Configuration;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Lab.Tests;

public sealed class DefaultLabTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<Entity> World = WorldBuilder.Build(KnownLabs.TwoSites, 42, Start, true);

    private static IReadOnlyList<T> All<T>() => [.. World.OfType<T>()];

    private static Provider Provider(int number) =>
        World.OfType<Provider>().Single(provider => provider.Id == $"vasaProvider-{number}");

    [Fact]
    public void Parse_TwoSites_HasNoProblems() =>
        Assert.Empty(LabFile.Parse(KnownLabs.TwoSitesText, "two-sites.yaml").Problems);

    [Fact]
    public void Build_TwoSites_KeysAreUnique() =>
        Assert.Equal(World.Count, World.Select(entity => entity.Key).Distinct().Count());

    [Fact]
    public void Build_TwoSites_WorldAndCounters()
    {
        WorldInfo info = Assert.Single(All<WorldInfo>());
        Assert.Equal((42L, Start, true), (info.Seed, info.StartTime, info.FixedStart));
        Assert.Same(KnownLabs.TwoSites, info.Lab);
        Counters counters = Assert.Single(All<Counters>());
        Assert.Equal((17L, 1L, 0L), (counters.Groups, counters.Replicas, counters.Tasks));
    }

    [Fact]
    public void Build_TwoSites_Places()
    {
        Assert.Equal(
            [("A", "vc-a.sim.local", 0), ("B", "vc-b.sim.local", 1)],
            All<Site>().Select(site => (site.Id, site.VCenter, site.Ordinal)));
        Assert.Equal(
            [("host-11", "A"), ("host-12", "A"), ("host-51", "B"), ("host-52", "B")],
            All<Host>().Select(host => (host.Id, host.Site)));
        Assert.Equal(
            [
                ("datastore-21", "vvol-ds-a1", "VVOL", "A"), ("datastore-22", "vmfs-a1", "VMFS", "A"),
                ("datastore-23", "nfs-a1", "NFS", "A"), ("datastore-24", "vmfs-a1-span", "VMFS", "A"),
                ("datastore-61", "vvol-ds-b1", "VVOL", "B"), ("datastore-62", "vmfs-b1", "VMFS", "B"),
                ("datastore-63", "nfs-b1", "NFS", "B"),
            ],
            All<Datastore>().Select(d => (d.Id, d.Name, d.Type, d.Site)));
        Assert.Equal(Enumerable.Range(0, 7), All<Datastore>().Select(datastore => datastore.Ordinal));
        Assert.All(All<Datastore>(), d => Assert.StartsWith("ds:///vmfs/volumes/", d.Url, StringComparison.Ordinal));
        Assert.Equal(["host-11"], All<Datastore>()[3].Hosts);
        Assert.Equal(7, All<Datastore>().Select(datastore => datastore.Url).Distinct().Count());
    }

    [Fact]
    public void Build_TwoSites_Providers()
    {
        Assert.Equal(
            [
                ProviderStatus.Online, ProviderStatus.Online, ProviderStatus.Online, ProviderStatus.Online,
                ProviderStatus.Offline, ProviderStatus.Disconnected,
            ],
            All<Provider>().Select(provider => provider.Status));
        Assert.Equal("AABAAA", string.Concat(All<Provider>().Select(provider => provider.Site)));
        Assert.All(All<Provider>(), provider => Assert.Equal(Start, provider.StatusSince));
        Assert.All(All<Provider>(), provider => Assert.Equal(Start.AddMinutes(-5), provider.LastSync));
        Assert.Equal(("ha-a1", 200), (Provider(1).FailoverGroup, Provider(1).Priority));
        Assert.Equal(("ha-a1", 100), (Provider(2).FailoverGroup, Provider(2).Priority));
        Assert.Equal(4, Provider(1).MaxBatchSize.Enforced);
        Assert.Equal(new BatchLimits { PerMethod = Provider(3).MaxBatchSize.PerMethod }, Provider(3).MaxBatchSize);
        Assert.Equal((ReverseIds.Keep, ReverseIds.New), (Provider(1).ReverseIds, Provider(3).ReverseIds));
        Assert.Equal(Start.AddDays(120), Provider(3).Certificate!.NotAfter);
        Assert.True(Provider(4) is { IsInternal: true, IsDataService: true, ArrayIndependent: true });
        Assert.Equal([true, true, true, false, true, true], All<Provider>().Select(p => p.ForceSupported));
        Assert.Equal(new ManagedArray("com.sim.array:c1", true, -1), Assert.Single(Provider(5).Arrays));
        Assert.False(Provider(5).Replicates);
        Assert.True(Provider(6).Certificate!.NotAfter < Start);
        Assert.Equal("8365ab7f-0000-4000-8000-0000000000e1", Provider(6).Uid);
    }

    [Fact]
    public void Build_TwoSites_DomainsAndLinks()
    {
        Assert.Equal(
            [
                ("fd-a1", "Anaheim", "com.sim.array:a1", null), ("fd-b1", "Boulder", "com.sim.array:b1", null),
                ("fd-n1", "NewYork", "com.sim.array:n1", null), ("fd-io-a", "IOF-A", null, "vasaProvider-4"),
                ("fd-io-b", "IOF-B", null, "vasaProvider-4"), ("fd-e1", "Eden", null, "vasaProvider-6"),
            ],
            All<FaultDomain>().Select(d => (d.Id, d.Name, d.ArrayId, d.Provider)));
        Assert.Equal(["fd-b1"], All<FaultDomain>()[5].Peers);
        Link down = Assert.Single(All<Link>(), link => !link.Up);
        Assert.Equal(("fd-b1", "fd-e1"), (down.A, down.B));
        Assert.Null(Assert.Single(down.Outages).To);
    }

    [Fact]
    public void Build_TwoSites_MachinesStandAtTheSource()
    {
        Assert.Equal(
            ["db01", "db02", "web01", "web02", "web03", "app01", "app02", "erp01", "new01", "iof01"],
            All<VirtualMachine>().Select(vm => vm.Name));
        VirtualMachine erp = All<VirtualMachine>().Single(vm => vm.Id == "vm-151");
        Assert.Equal(("B", "datastore-61"), (erp.Site, erp.Datastore));
        Assert.All(All<VirtualMachine>(), vm => Assert.Contains(
            All<Host>(), host => host.Id == vm.Host && host.Site == vm.Site));
        Assert.Equal(Enumerable.Range(0, 10), All<VirtualMachine>().Select(vm => vm.Ordinal));
        Assert.Equal(Enumerable.Range(1, 17).Select(i => (long)i), All<ReplicationGroup>().Select(g => g.Ordinal));
    }

    [Fact]
    public void Build_TwoSites_Clouds()
    {
        Assert.Equal([("cloud-a", "A"), ("cloud-b", "B")], All<CloudSite>().Select(s => (s.Id, s.Site)));
        Assert.Equal(
            [("vdc-a1", "orgA", "datastore-21"), ("vdc-b1", "orgB", "datastore-61"), ("vdc-b2", "orgB", "datastore-62")],
            All<CloudVdc>().Select(v => (v.Name, v.Org, v.Datastore)));
        Assert.Equal(["web", "db", "erp"], All<CloudVapp>().Select(v => v.Name));
        Assert.Equal(["web01", "web02", "db01", "erp-b01"], All<CloudMachine>().Select(m => m.Name));
        Assert.Equal(["Gold", "Silver", "Bronze"], All<SlaProfile>().Select(p => p.DisplayName));
        VmReplication replication = Assert.Single(All<VmReplication>());
        Assert.Equal(("db01", "orgA@cloud-a", 15), (replication.MachineName, replication.Owner, replication.Settings.Rpo));
        Assert.Equal([new RetentionRule(3, 60)], replication.Settings.Retention);
        Assert.Equal(All<CloudVdc>()[1].Id, replication.Destination.Vdc);
        Link link = Assert.Single(All<Link>(), link => link.A == "cloud-a");
        Assert.Equal(("cloud-b", TimeSpan.FromSeconds(1), 50_000_000L, true), (link.B, link.Lag, link.Bandwidth, link.Up));
    }

    [Fact]
    public void Find_KnowsItsNames()
    {
        Assert.All(KnownLabs.Names, name => Assert.Equal(name, KnownLabs.Find(name)!.Name));
        Assert.Null(KnownLabs.Find("three-sites"));
    }

    [Fact]
    public void Build_Minimal_OneGroup()
    {
        IReadOnlyList<Entity> world = WorldBuilder.Build(KnownLabs.Minimal, 1, Start, false);
        Assert.Equal(2, world.OfType<ReplicationGroup>().Count());
        Assert.Equal("datastore-61", world.OfType<ReplicationGroup>().Last().Members[0].Datastore);
        Assert.Equal("vm-10001", Assert.Single(world.OfType<VirtualMachine>()).Id);
    }
}
