using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Queries;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Queries;

/// <summary>Queries of groups and of peers.</summary>
public sealed class GroupQueryTests
{
    private const string Method = "QueryReplicationGroup";

    [Fact]
    public void Without_ids_all_groups_of_the_provider_come_with_details()
    {
        TestWorld lab = new();

        IReadOnlyList<GroupEntry> all = All(lab, Inventory.A1);

        Assert.Equal(["rg-01", "rg-02", "rg-03", "rg-04", "rg-05-t", "rg-06", "rg-07", "rg-09"], all.Select(e => e.Id.DeviceGroup));
        Assert.All(all, e => Assert.True(e.Group!.Id == e.Id && e.Error is null));
        Assert.Equal(["fd-b1", "fd-n1"], All(lab, Inventory.B1).Select(e => e.Id.FaultDomain).Distinct());
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(7, false)]
    public void Above_the_detail_limit_only_ids_come(int limit, bool details)
    {
        TestWorld lab = new(new Knobs { DetailLimit = limit });

        IReadOnlyList<GroupEntry> all = All(lab, Inventory.A1);

        Assert.Equal(8, all.Count);
        Assert.All(all, e => Assert.Equal(details, e.Group is not null));
        Assert.All(all, e => Assert.Null(e.Error));
    }

    [Fact]
    public void With_ids_each_entry_is_answered_in_its_place()
    {
        TestWorld lab = new(new Knobs { DetailLimit = 0 });

        IReadOnlyList<GroupEntry> entries = Ask(lab, Inventory.B1, "fd-b1/rg-03-t", "fd-b1/nothing", "fd-b1/rg-03-t", "fd-a1/rg-01", "fd-b1/rg-01-t");

        Assert.Equal(["rg-03-t", "nothing", "rg-03-t", "rg-01", "rg-01-t"], entries.Select(e => e.Id.DeviceGroup));
        Assert.Equal([null, typeof(NotFound), typeof(DuplicateEntry), typeof(NotFound), null], entries.Select(e => e.Error?.GetType()));
        Assert.Equal([true, false, false, false, true], entries.Select(e => e.Group is not null));
    }

    [Fact]
    public void Entries_above_the_limit_are_too_many_one_by_one()
    {
        TestWorld lab = new();

        IReadOnlyList<GroupEntry> entries = Ask(lab, Inventory.A1, [.. Enumerable.Range(1, 6).Select(n => $"fd-a1/rg-0{n}")]);

        Assert.Equal([null, null, null, null, new TooMany(4), new TooMany(4)], entries.Select(e => e.Error));
    }

    [Theory]
    [InlineData(Inventory.Offline, typeof(NotImplemented))]
    [InlineData(Inventory.A1Standby, typeof(InactiveProvider))]
    public void A_provider_that_cannot_answer_faults_the_call(string provider, Type fault)
    {
        TestWorld lab = new();

        Assert.IsType(fault, ReplicationQueries.Groups(lab.World, lab.Provider(provider), Method, null).Fault);
    }

    [Fact]
    public void A_busy_provider_does_not_answer_and_one_without_resources_does()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.B1, new() { OutOfResource = true });
        Assert.NotEmpty(All(lab, Inventory.B1));
        lab.Patch(Inventory.B1, new() { Busy = true });

        Assert.IsType<ProviderBusy>(ReplicationQueries.Groups(lab.World, lab.Provider(Inventory.B1), Method, null).Fault);
    }

    [Fact]
    public void A_query_over_all_providers_answers_trouble_entry_by_entry()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.Io, new() { Status = ProviderStatus.Offline });
        lab.Patch(Inventory.A1, new() { Busy = true });

        IReadOnlyList<GroupEntry> entries = ReplicationQueries.GroupsAnywhere(lab.World, Method,
            [.. new[] { "fd-b1/rg-01-t", "fd-io-a/rg-08", "fd-a1/rg-01", "fd-b1/rg-01-t", "fd-x/rg-01" }.Select(TestWorld.Id)]);

        Assert.Equal(
            [null, typeof(ProviderUnavailable), typeof(ProviderBusy), typeof(DuplicateEntry), typeof(NotFound)],
            entries.Select(e => e.Error?.GetType()));
    }

    [Fact]
    public void Peers_of_all_source_domains()
    {
        TestWorld lab = new();

        Assert.Equal("fd-a1>fd-b1,fd-n1", Show(Peers(lab, Inventory.A1, null)));
        Assert.Equal("fd-b1>fd-a1", Show(Peers(lab, Inventory.B1, [])));
        Assert.Equal("fd-io-a>fd-io-b", Show(Peers(lab, Inventory.Io, null)));
    }

    [Fact]
    public void Peers_of_named_domains_in_their_order()
    {
        TestWorld lab = new();

        IReadOnlyList<PeerEntry> peers = Peers(lab, Inventory.B1, ["fd-n1", "fd-b1", "fd-b1", "fd-a1", "fd-x"]);

        Assert.Equal("fd-n1>;fd-b1>fd-a1;fd-b1>;fd-a1>;fd-x>", Show(peers));
        Assert.Equal(
            [typeof(NoReplicationTarget), null, typeof(DuplicateEntry), typeof(NotFound), typeof(NotFound)],
            peers.Select(p => p.Error?.GetType()));
    }

    [Fact]
    public void Peers_that_the_array_knows_of_count_without_groups()
    {
        TestWorld lab = new();
        lab.World.Put(lab.World.FindFaultDomain("fd-n1")! with { Peers = ["fd-b1"] });

        Assert.Equal("fd-b1>fd-a1;fd-n1>fd-b1", Show(Peers(lab, Inventory.B1, null)));
    }

    private static IReadOnlyList<GroupEntry> All(TestWorld lab, string provider) =>
        ReplicationQueries.Groups(lab.World, lab.Provider(provider), Method, null).Value;

    private static IReadOnlyList<GroupEntry> Ask(TestWorld lab, string provider, params string[] ids) =>
        ReplicationQueries.Groups(lab.World, lab.Provider(provider), Method, [.. ids.Select(TestWorld.Id)]).Value;

    private static IReadOnlyList<PeerEntry> Peers(TestWorld lab, string provider, string[]? domains) =>
        ReplicationQueries.Peers(lab.World, lab.Provider(provider), "QueryReplicationPeer", domains).Value;

    private static string Show(IReadOnlyList<PeerEntry> peers) => string.Join(';', peers.Select(p => $"{p.Source}>{string.Join(',', p.Targets)}"));
}
