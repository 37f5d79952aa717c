using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Cookbook;

/// <summary>Samples of what is said of a call as a whole and of its groups.</summary>
public sealed class BatchSampleTests
{
    private static readonly string[] _gold = ["gold-1-t", "gold-2-t", "gold-3-t"];

    [Fact]
    [Sample("rules/provider-busy.yaml")]
    public async Task The_provider_is_busy_twice()
    {
        await using Stage stage = await Stage.StartAsync("provider-busy");

        await stage.Soap.FaultAsync<ProviderBusy>(Stage.Target, Stage.Sync("rg-01-t"));
        await stage.Soap.FaultAsync<ProviderBusy>(Stage.Target, Stage.Sync("rg-01-t"));
        Assert.Equal(["provider-busy"], await stage.RulesOfLastCallAsync());

        Assert.IsType<SyncReplicationGroupSuccessResult>(Assert.Single(await stage.RunAsync(Stage.Sync("rg-01-t"))));
    }

    [Fact]
    [Sample("rules/too-many.yaml")]
    public async Task More_than_two_groups_are_too_many_and_it_says_so()
    {
        await using Stage stage = await Stage.StartAsync("too-many");

        Assert.Equal(2, (await stage.Soap.FaultAsync<TooMany>(Stage.Target, Stage.Sync("rg-01-t", "rg-02-t", "rg-06-t"))).MaxBatchSize);

        Assert.Equal(2, (await stage.RunAsync(Stage.Sync("rg-01-t", "rg-02-t"))).Count);
        Assert.Single(await stage.RunAsync(Stage.Sync("rg-06-t")));
    }

    [Fact]
    [Sample("rules/too-many-unsaid.yaml")]
    public async Task More_than_one_group_is_too_many_and_no_size_is_said()
    {
        await using Stage stage = await Stage.StartAsync("too-many-unsaid");

        Assert.Null((await stage.Soap.FaultAsync<TooMany>(Stage.Target, Stage.Sync("rg-01-t", "rg-02-t"))).MaxBatchSize);

        Assert.Single(await stage.RunAsync(Stage.Sync("rg-01-t")));
    }

    [Fact]
    [Sample("rules/limit-differs.yaml")]
    public async Task The_provider_declares_four_takes_two_and_goes_on_saying_four()
    {
        await using Stage stage = await Stage.StartAsync("limit-differs");
        VasaProviderInfo info = await stage.Soap.ResultAsync<VasaProviderInfo>(Stage.Source, new QueryProviderInfoRequest());
        Assert.Equal(4, info.MaxBatchSize);

        Assert.Equal(4, (await stage.Soap.FaultAsync<TooMany>(Stage.Source, Stage.Prepare("rg-01", "rg-02", "rg-06"))).MaxBatchSize);

        Assert.Equal(2, (await stage.Sms.RunAsync(Stage.Source, Stage.Prepare("rg-01", "rg-02"))).Count);
    }

    [Fact]
    [Sample("rules/half-a-batch.yaml")]
    public async Task Two_of_four_groups_fail_and_are_synchronised_when_they_are_asked_for_again()
    {
        await using Stage stage = await Stage.StartAsync("half-a-batch");

        IReadOnlyList<GroupOperationResult> results = await stage.RunAsync(Stage.Sync("rg-01-t", "rg-02-t", "rg-06-t", "rg-07-t"));

        GroupErrorResult[] failed = [.. results.OfType<GroupErrorResult>()];
        Assert.Equal((4, 2), (results.Count, failed.Length));
        Assert.All(failed, f => Assert.IsType<PeerNotReachable>(Stage.ErrorOf(f)));
        Assert.All(
            await stage.RunAsync(new SyncReplicationGroupRequest { GroupId = [.. failed.Select(f => f.GroupId)], PitName = "x" }),
            r => Assert.IsType<SyncReplicationGroupSuccessResult>(r));
    }

    [Fact]
    [Sample("rules/gold-group.yaml")]
    [Sample("labs/gold.yaml")]
    public async Task One_gold_group_loses_its_peer_and_bronze_never_does()
    {
        await using Stage stage = await Stage.StartAsync("gold-group", "gold");

        for (int i = 0; i < 5; i++)
        {
            IReadOnlyList<GroupOperationResult> results = await stage.RunAsync(Stage.Sync([.. _gold, "bronze-1-t", "bronze-2-t"]));

            GroupOperationResult failed = Assert.Single(results, r => r is GroupErrorResult);
            Assert.IsType<PeerNotReachable>(Stage.ErrorOf(failed));
            Assert.Contains(failed.GroupId.DeviceGroupId.Id, _gold);
        }

        Assert.Single(await stage.RunAsync(Stage.Sync("bronze-1-t")), r => r is SyncReplicationGroupSuccessResult);
    }

    [Fact]
    [Sample("rules/noisy-array.yaml")]
    public async Task The_same_groups_fail_on_every_run_whatever_their_order()
    {
        string[] groups = ["rg-01-t", "rg-02-t", "rg-06-t"];

        string[] first = await FailuresAsync(groups);
        string[] second = await FailuresAsync([.. groups.Reverse()]);

        Assert.InRange(first.Length, 1, 29);
        Assert.Equal(first, second);
    }

    [Fact]
    [Sample("rules/replica-summary.yaml")]
    public async Task Replicas_come_as_their_number()
    {
        await using Stage stage = await Stage.StartAsync("replica-summary");

        IReadOnlyList<GroupOperationResult> results = await stage.Soap.ResultAsync<IReadOnlyList<GroupOperationResult>>(
            Stage.Target,
            new QueryPointInTimeReplicaRequest { GroupId = [Stage.AtB("rg-01-t")], QueryParam = new QueryPointInTimeReplicaParam { PreferDetails = true } });

        QueryPointInTimeReplicaSummaryResult summary = Assert.IsType<QueryPointInTimeReplicaSummaryResult>(Assert.Single(results));
        ReplicaIntervalQueryResult interval = Assert.Single(summary.IntervalResults!);
        Assert.Equal((4, Simulator.StartTime), (interval.Number, interval.ToDate.AddMilliseconds(-1)));
    }

    // Ten calls of three groups; each failure as its group and the number of the call.
    private static async Task<string[]> FailuresAsync(string[] groups)
    {
        await using Stage stage = await Stage.StartAsync("noisy-array");
        List<string> failures = [];
        for (int i = 0; i < 10; i++)
        {
            failures.AddRange((await stage.RunAsync(Stage.Sync(groups))).OfType<GroupErrorResult>().Select(r => $"{r.GroupId.DeviceGroupId.Id} {i}"));
        }

        return [.. failures.Order(StringComparer.Ordinal)];
    }
}
