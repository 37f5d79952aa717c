using System.Net.Http.Json;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Injection;

/// <summary>What rules do to a call, at which point of it.</summary>
public sealed class InterventionTests
{
    private static readonly ReplicationGroupId _group = SmsClient.Group("fd-b1", "rg-01-t");

    [Fact]
    public async Task Before_validation_even_a_stranger_is_answered_by_the_rule()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync("  - { match: { operation: QueryProvider }, at: beforeValidation, do: { fault: ServiceNotInitialized } }");
        await simulator.Client().FaultAsync<ServiceNotInitialized>(new("SmsStorageManager", "storageManager"), new QueryProviderRequest());
    }

    [Fact]
    public async Task After_validation_a_stranger_is_told_so_and_does_not_count()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync("  - { match: { operation: QueryReplicationGroup }, when: { calls: 1 }, do: { fault: ProviderBusy } }");
        await simulator.Client().FaultAsync<InvalidSession>(SmsClient.Provider(3), new QueryReplicationGroupRequest());
        await SmsClient.LogIn(simulator).Soap.FaultAsync<ProviderBusy>(SmsClient.Provider(3), new QueryReplicationGroupRequest());
    }

    [Fact]
    public async Task After_the_commit_a_call_that_failed_by_itself_does_not_count()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync(
            "  - { match: { operation: SyncReplicationGroup_Task }, when: { calls: 1 }, at: afterCommit, do: { fault: ProviderUnavailable, as: soapFault } }");
        SmsClient client = SmsClient.LogIn(simulator);
        await client.Soap.FaultAsync<ProviderUnavailable>(SmsClient.Provider(6), Sync());
        Assert.Equal(0, (int)(await simulator.ReadAsync("/_sim/v1/rules/r1"))["status"]!["matched"]!);
        int before = (await client.ReplicasAsync(SmsClient.Provider(3), _group)).Count;
        await client.Soap.FaultAsync<ProviderUnavailable>(SmsClient.Provider(3), Sync());
        Assert.Equal(before + 1, (await client.ReplicasAsync(SmsClient.Provider(3), _group)).Count);
    }

    [Fact]
    public async Task During_the_reply_a_fault_takes_the_place_of_any_answer()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync("  - { match: { operation: QueryProvider }, at: duringReply, do: { fault: { type: SystemError, reason: lost } } }");
        SystemError fault = await simulator.Client().FaultAsync<SystemError>(new("SmsStorageManager", "storageManager"), new QueryProviderRequest());
        Assert.Equal("lost", fault.Reason);
    }

    [Theory]
    [InlineData("afterValidation", 0)]
    [InlineData("afterCommit", 1)]
    public async Task An_error_of_a_group_comes_instead_of_its_work_or_after_it(string at, int replicas)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync($"  - {{ match: {{ operation: SyncReplicationGroup_Task, groups: {{ index: first }} }}, at: {at}, do: {{ fault: PeerNotReachable }} }}");
        SmsClient client = SmsClient.LogIn(simulator);
        int before = (await client.ReplicasAsync(SmsClient.Provider(3), _group)).Count;
        GroupErrorResult result = Assert.IsType<GroupErrorResult>(Assert.Single(await client.RunAsync(SmsClient.Provider(3), Sync())));
        Assert.IsType<PeerNotReachable>(Assert.Single(result.Error!).Fault);
        Assert.Equal(before + replicas, (await client.ReplicasAsync(SmsClient.Provider(3), _group)).Count);
    }

    [Fact]
    public async Task A_provider_goes_offline_for_a_time_and_comes_back_by_the_simulated_clock()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync("  - { match: { operation: SyncReplicationGroup_Task }, when: { calls: 1 }, do: { state: { provider: offline, for: 5m } } }");
        SmsClient client = SmsClient.LogIn(simulator);
        await client.Soap.FaultAsync<ProviderUnavailable>(SmsClient.Provider(3), Sync());
        await simulator.PostAsync("/_sim/v1/clock/advance", new JsonObject { ["by"] = "299s" });
        await client.Soap.FaultAsync<ProviderUnavailable>(SmsClient.Provider(3), Sync());
        await simulator.PostAsync("/_sim/v1/clock/advance", new JsonObject { ["by"] = "1s" });
        Assert.IsType<SyncReplicationGroupSuccessResult>(Assert.Single(await client.RunAsync(SmsClient.Provider(3), Sync())));
    }

    [Fact]
    public async Task A_link_between_clouds_goes_down_for_a_time_and_rules_see_it()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync("""
              - { match: { operation: QueryProvider }, when: { calls: 1 }, do: { state: { link: down, ends: [cloud-b, cloud-a], for: 5m } } }
              - { match: { operation: QueryReplicationGroup, link: { ends: [cloud-a, cloud-b], state: down } }, do: { fault: ProviderBusy } }
            """);
        SmsClient client = SmsClient.LogIn(simulator);
        QueryReplicationGroupRequest query = new();
        Assert.False((await client.Soap.CallAsync(SmsClient.Provider(3), query)).IsFault);
        Assert.False((await client.Soap.CallAsync(new("SmsStorageManager", "storageManager"), new QueryProviderRequest())).IsFault);
        await client.Soap.FaultAsync<ProviderBusy>(SmsClient.Provider(3), query);
        Assert.False((bool)(await simulator.ReadAsync("/_sim/v1/links/cloud-a/cloud-b"))["up"]!);
        await simulator.PostAsync("/_sim/v1/clock/advance", new JsonObject { ["by"] = "5m" });
        Assert.False((await client.Soap.CallAsync(SmsClient.Provider(3), query)).IsFault);
    }

    [Fact]
    public async Task A_link_to_a_cloud_that_is_not_there_is_neither_up_nor_down()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync("""
              - { match: { operation: QueryProvider, link: { ends: [cloud-a, cloud-x], state: up } }, do: { fault: SystemError } }
              - { match: { operation: QueryProvider, link: { ends: [cloud-a, cloud-b], state: up } }, do: { fault: ServiceNotInitialized } }
            """);
        await SmsClient.LogIn(simulator).Soap.FaultAsync<ServiceNotInitialized>(new("SmsStorageManager", "storageManager"), new QueryProviderRequest());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_latency_of_simulated_time_waits_for_the_simulated_clock()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync("  - { match: { operation: QueryProvider }, do: { latency: { fixed: 10m, clock: simulated } } }");
        SmsClient client = SmsClient.LogIn(simulator);
        Task<SoapResponse> answer = client.Soap.CallAsync(new("SmsStorageManager", "storageManager"), new QueryProviderRequest());
        while ((int)(await simulator.ReadAsync("/_sim/v1/rules/r1"))["status"]!["hits"]! == 0)
        {
            await Task.Yield();
        }

        await simulator.PostAsync("/_sim/v1/clock/advance", new JsonObject { ["by"] = "9m" });
        Assert.False(answer.IsCompleted);
        await simulator.PostAsync("/_sim/v1/clock/advance", new JsonObject { ["by"] = "1m" });
        Assert.False((await answer).IsFault);
    }

    [Fact]
    public async Task A_task_that_is_slowed_takes_so_many_times_as_long()
    {
        await using Simulator simulator = await Simulator.StartAsync(o => o with { Workspace = o.Workspace with { InstantTasks = false } });
        await simulator.RulesAsync("  - { match: { operation: SyncReplicationGroup_Task }, when: { calls: 2 }, do: { task: { slow: 3 } } }");
        SmsClient client = SmsClient.LogIn(simulator);
        await client.Soap.ResultAsync<ManagedObjectReference>(SmsClient.Provider(3), Sync());
        await client.Soap.ResultAsync<ManagedObjectReference>(
            SmsClient.Provider(3), new SyncReplicationGroupRequest { GroupId = [SmsClient.Group("fd-b1", "rg-02-t")], PitName = "x" });
        TimeSpan[] times = [.. (await simulator.ReadAsync("/_sim/v1/tasks"))["tasks"]!.AsArray()
            .Select(t => (DateTimeOffset)t!["due"]! - (DateTimeOffset)t["started"]!)];
        Assert.Equal(2, times.Length);
        Assert.Equal(times[0] * 3, times[1]);
    }

    [Fact]
    public async Task A_dropped_session_is_over_and_a_new_login_is_not()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync("  - { match: { operation: QueryReplicationGroup }, when: { calls: 1 }, do: { session: drop } }");
        SmsClient client = SmsClient.LogIn(simulator);
        await client.Soap.FaultAsync<InvalidSession>(SmsClient.Provider(3), new QueryReplicationGroupRequest());
        await client.Soap.FaultAsync<InvalidSession>(SmsClient.Provider(3), new QueryReplicationGroupRequest());
        Assert.False((await SmsClient.LogIn(simulator).Soap.CallAsync(SmsClient.Provider(3), new QueryReplicationGroupRequest())).IsFault);
    }

    [Theory]
    [InlineData(4, 4L)]
    [InlineData(0, 0L)]
    [InlineData(null, null)]
    public async Task A_batch_limit_is_told_as_the_rule_says(int? reported, long? expected)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        string told = reported is { } number ? $", reported: {number}" : "";
        await simulator.RulesAsync($"  - {{ match: {{ kind: task }}, do: {{ batchLimit: {{ enforced: 1{told} }} }} }}");
        SmsClient client = SmsClient.LogIn(simulator);
        TooMany fault = await client.Soap.FaultAsync<TooMany>(
            SmsClient.Provider(3), new SyncReplicationGroupRequest { GroupId = [_group, SmsClient.Group("fd-b1", "rg-02-t")], PitName = "x" });
        Assert.Equal(expected, fault.MaxBatchSize);
        Assert.Single(await client.RunAsync(SmsClient.Provider(3), Sync()));
    }

    [Fact]
    public async Task A_reply_without_optional_members_and_with_other_prefixes_says_the_same()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);
        QueryReplicationGroupRequest request = new() { GroupId = [_group] };
        using HttpResponseMessage usual = await client.Soap.SendAsync(SmsClient.Provider(3), request);
        await simulator.RulesAsync("  - { match: { operation: QueryReplicationGroup }, do: { reply: { namespacePrefixes: random, omitOptional: true, chunked: true } } }");
        using HttpResponseMessage odd = await client.Soap.SendAsync(SmsClient.Provider(3), request);
        Assert.True(odd.Headers.TransferEncodingChunked);
        string text = await odd.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("soapenv:", text, StringComparison.Ordinal);
        Assert.Contains("soapenv:", await usual.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        TargetGroupInfo info = Assert.IsType<TargetGroupInfo>(await client.GroupAsync(SmsClient.Provider(3), _group));
        Assert.Equal("TARGET", info.State);
        Assert.Null(info.Name);
        Assert.Null(info.Devices);
    }

    [Theory]
    [InlineData("{ match: { operation: FailoverReplicationGroup_Tsak }, do: { fault: ProviderBusy } }", "/rules/0/match/operation", "did you mean FailoverReplicationGroup_Task")]
    [InlineData("{ do: { fault: ProviderBussy } }", "/rules/0/do/fault", "did you mean ProviderBusy")]
    [InlineData("{ do: { fault: { type: TooMany, maxBatchSise: 4 } } }", "/rules/0/do/fault/maxBatchSise", "did you mean maxBatchSize")]
    [InlineData("{ do: { fault: { type: TooMany, maxBatchSize: four } } }", "/rules/0/do/fault/maxBatchSize", "it must be a whole number")]
    [InlineData("{ do: { fault: { type: InactiveProvider, mapping: [ { faultDomainId: [ { id: x } ] } ] } } }", "/rules/0/do/fault/mapping/0", "activeProvider is missing")]
    [InlineData("{ match: { operation: QueryArray }, do: { fault: ProviderBusy } }", "/rules/0/do/fault", "QueryArray does not raise ProviderBusy")]
    [InlineData("{ match: { operation: SyncReplicationGroup_Task }, do: { fault: AlreadyDone, as: groupError } }", "/rules/0/do/fault", "it does as warning")]
    [InlineData("{ match: { operation: Query* }, do: { fault: AlreadyDone } }", "/rules/0/do/fault", "none of these operations")]
    public async Task What_the_API_does_not_have_is_refused_and_the_rules_before_stay(string rule, string pointer, string detail)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync("  - { id: stays, match: { operation: QueryProvider }, do: { httpStatus: 503 } }");
        using HttpResponseMessage response = await simulator.Control.PutAsync(
            new Uri("/_sim/v1/rules", UriKind.Relative),
            new StringContent($"version: 1\nrules:\n  - {rule}\n", System.Text.Encoding.UTF8, "application/yaml"),
            TestContext.Current.CancellationToken);
        JsonNode problem = (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
        JsonNode error = Assert.Single(problem["errors"]!.AsArray())!;
        Assert.Equal((400, 3), ((int)response.StatusCode, (int)error["line"]!));
        Assert.StartsWith(pointer, (string)error["pointer"]!, StringComparison.Ordinal);
        Assert.Contains(detail, (string)error["detail"]!, StringComparison.Ordinal);
        Assert.Equal("stays", (string?)(await simulator.ReadAsync("/_sim/v1/rules"))["rules"]![0]!["id"]);
    }

    [Fact]
    public async Task References_of_a_fault_may_be_written_as_ids()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync("""
              - match: { operation: QueryReplicationGroup }
                do: { fault: { type: InactiveProvider, mapping: [ { activeProvider: vasaProvider-2, faultDomainId: [ { id: fd-a1 } ] } ] } }
            """);
        InactiveProvider fault = await SmsClient.LogIn(simulator).Soap.FaultAsync<InactiveProvider>(SmsClient.Provider(1), new QueryReplicationGroupRequest());
        FaultDomainProviderMapping mapping = Assert.Single(fault.Mapping!);
        Assert.Equal(SmsClient.Provider(2), mapping.ActiveProvider);
        Assert.Equal("fd-a1", Assert.Single(mapping.FaultDomainId!).Id);
    }

    [Fact]
    public async Task What_is_illegal_can_be_raised_and_the_journal_says_so()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync("  - { match: { operation: QueryArray }, allowIllegal: true, do: { fault: ProviderBusy } }");
        await SmsClient.LogIn(simulator).Soap.FaultAsync<ProviderBusy>(new("SmsStorageManager", "storageManager"), new QueryArrayRequest());
        Assert.True((bool)(await simulator.CallsAsync())[^1]["illegal"]!);
        await simulator.RulesAsync("  - { match: { operation: QueryReplicationGroup }, allowIllegal: true, do: { fault: ProviderBusy } }");
        await SmsClient.LogIn(simulator).Soap.FaultAsync<ProviderBusy>(SmsClient.Provider(3), new QueryReplicationGroupRequest());
        Assert.False((bool)(await simulator.CallsAsync())[^1]["illegal"]!);
    }

    private static SyncReplicationGroupRequest Sync() => new() { GroupId = [_group], PitName = "x" };
}
