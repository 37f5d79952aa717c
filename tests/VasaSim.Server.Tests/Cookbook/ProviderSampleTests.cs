using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Cookbook;

/// <summary>Samples of providers and links that come and go, and of time that passes.</summary>
public sealed class ProviderSampleTests
{
    [Fact]
    [Sample("rules/provider-offline.yaml")]
    public async Task A_provider_is_offline_for_five_minutes()
    {
        await using Stage stage = await Stage.StartAsync("provider-offline");

        await stage.Soap.FaultAsync<ProviderUnavailable>(Stage.Target, Stage.Sync("rg-01-t"));
        await stage.AdvanceAsync("4m");
        await stage.Soap.FaultAsync<ProviderUnavailable>(Stage.Target, Stage.Query("rg-01-t"));
        Assert.Equal("offline", (await InfoAsync(stage)).Status);
        await stage.AdvanceAsync("1m");

        Assert.Equal("online", (await InfoAsync(stage)).Status);
        Assert.IsType<SyncReplicationGroupSuccessResult>(Assert.Single(await stage.RunAsync(Stage.Sync("rg-01-t"))));
    }

    [Fact]
    [Sample("rules/link-down.yaml")]
    public async Task A_link_goes_down_as_a_failover_begins_and_only_an_unplanned_failover_is_left()
    {
        await using Stage stage = await Stage.StartAsync("link-down");

        await stage.Sms.RunAsync(Stage.Source, Stage.Prepare("rg-01"));
        Assert.IsType<PeerNotReachable>(Stage.ErrorOf(Assert.Single(await stage.RunAsync(Stage.FailOver("rg-01-t", isPlanned: true)))));

        Assert.IsType<FailoverSuccessResult>(Assert.Single(await stage.RunAsync(Stage.FailOver("rg-01-t"))));
    }

    [Fact]
    [Sample("rules/standby-takes-over.yaml")]
    [Sample("labs/standby.yaml")]
    public async Task The_fault_names_the_provider_that_is_active_now_and_that_one_does_the_work()
    {
        await using Stage stage = await Stage.StartAsync("standby-takes-over", "standby");
        await stage.Soap.FaultAsync<InactiveProvider>(SmsClient.Provider(2), Stage.Prepare("rg-01"));

        InactiveProvider inactive = await stage.Soap.FaultAsync<InactiveProvider>(Stage.Source, Stage.Prepare("rg-01"));

        FaultDomainProviderMapping mapping = Assert.Single(inactive.Mapping!);
        Assert.Equal("vasaProvider-2", mapping.ActiveProvider.Value);
        Assert.Equal("fd-a1", Assert.Single(mapping.FaultDomainId!).Id);
        Assert.IsNotType<GroupErrorResult>(Assert.Single(await stage.Sms.RunAsync(mapping.ActiveProvider, Stage.Prepare("rg-01"))));
    }

    [Fact]
    [Sample("rules/flapping-provider.yaml")]
    public async Task A_provider_comes_and_goes()
    {
        await using Stage stage = await Stage.StartAsync("flapping-provider");
        List<bool> answers = [];
        for (int i = 0; i < 8; i++)
        {
            answers.Add(!(await stage.Soap.CallAsync(Stage.Target, Stage.Query("rg-01-t"))).IsFault);
        }

        Assert.Equal([true, true, false, false, true, false, true, true], answers);
    }

    [Fact]
    [Sample("labs/thirty-days.yaml")]
    public async Task After_thirty_days_there_is_a_replica_for_each_hour_and_too_many_to_list()
    {
        await using Stage stage = await Stage.StartAsync(lab: "thirty-days");
        Assert.Single(await stage.Sms.ReplicasAsync(Stage.Target, Stage.AtB("rg-01-t")));

        await stage.AdvanceAsync("30d");

        IReadOnlyList<GroupOperationResult> results = await stage.Soap.ResultAsync<IReadOnlyList<GroupOperationResult>>(
            Stage.Target, new QueryPointInTimeReplicaRequest { GroupId = [Stage.AtB("rg-01-t")] });
        QueryPointInTimeReplicaSummaryResult summary = Assert.IsType<QueryPointInTimeReplicaSummaryResult>(Assert.Single(results));
        Assert.Equal(721, summary.IntervalResults!.Sum(i => i.Number));
    }

    [Fact]
    [Sample("labs/expiring-certificate.yaml")]
    public async Task A_certificate_expires_and_its_provider_is_disconnected()
    {
        await using Stage stage = await Stage.StartAsync(lab: "expiring-certificate");
        Assert.Equal("online", (await InfoAsync(stage)).Status);

        await stage.AdvanceAsync("11d");

        VasaProviderInfo expired = await InfoAsync(stage);
        Assert.Equal("disconnected", expired.Status);
        await stage.Soap.FaultAsync<ProviderUnavailable>(Stage.Target, Stage.Query("rg-01-t"));
    }

    private static Task<VasaProviderInfo> InfoAsync(Stage stage) =>
        stage.Soap.ResultAsync<VasaProviderInfo>(Stage.Target, new QueryProviderInfoRequest());
}
