using System.Text.Json.Nodes;
using VasaSim.Tests.Commands;

namespace VasaSim.Tests.Trying;

/// <summary>The workflows against a simulator in a process of its own, with TLS and its CA.</summary>
public class TryCommandTests(SecureSimulator simulator) : IClassFixture<SecureSimulator>
{
    public static TheoryData<string> Protocols { get; } = ["soap", "json"];

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Query_tells_providers_domains_and_groups_with_states(string protocol)
    {
        await simulator.ResetAsync();

        JsonNode report = await SucceedAsync(protocol, "query");

        Assert.Equal(6, report["providers"]!.AsArray().Count);
        Assert.Equal("disconnected", (string?)Row(report, "providers", "vasaProvider-6")["status"]);
        Assert.Equal("vasaProvider-3", (string?)Row(report, "domains", "fd-n1")["provider"]);
        Assert.Equal("INTEST", (string?)Row(report, "groups", "fd-b1/rg-03-t")["state"]);
        Assert.Equal("fd-b1/rg-02-t, fd-n1/rg-02-n", (string?)Row(report, "groups", "fd-a1/rg-02")["peers"]);
        JsonNode standby = report["calls"]!.AsArray().Single(c => (string?)c!["object"] == "vasaProvider-2" && c["fault"] is not null)!;
        Assert.Equal("InactiveProvider", (string?)standby["fault"]!["type"]);
        Assert.Equal("vasaProvider-1", (string?)standby["fault"]!["mapping"]![0]!["activeProvider"]!["value"]);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_sync_makes_a_replica_that_can_be_tested(string protocol)
    {
        await simulator.ResetAsync();

        string synced = Outcome(await SucceedAsync(protocol, "sync", "rg-01-t", "--name", "before-lunch"), "fd-b1/rg-01-t", "ok", "-");
        JsonNode replicas = await SucceedAsync(protocol, "pits", "fd-b1/rg-01-t");
        JsonNode made = replicas["replicas"]!.AsArray().Single(r => (string?)r!["name"] == "before-lunch")!;
        Assert.Equal($"replica {made["replica"]}", synced);

        JsonNode test = await SucceedAsync(protocol, "test", "rg-01-t", "--pit", (string)made["replica"]!);
        string detail = Outcome(test, "fd-b1/rg-01-t", "ok", "TARGET");
        Assert.Contains($"replica {made["replica"]}", detail, StringComparison.Ordinal);
        Assert.Contains("INTEST in test", detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_planned_failover_prepares_the_source_and_can_be_reversed(string protocol)
    {
        await simulator.ResetAsync();

        JsonNode failover = await SucceedAsync(protocol, "failover", "rg-01-t", "rg-02-t", "--planned");
        Outcome(failover, "fd-b1/rg-01-t", "ok", "FAILEDOVER");
        Assert.Equal(["fd-a1/rg-01, fd-a1/rg-02"], GroupsOf(failover, "PrepareFailoverReplicationGroup_Task"));
        Assert.Equal(["fd-b1/rg-01-t, fd-b1/rg-02-t"], GroupsOf(failover, "FailoverReplicationGroup_Task"));

        JsonNode reverse = await SucceedAsync(protocol, "reverse", "rg-01-t");
        string detail = Outcome(reverse, "fd-b1/rg-01-t", "ok", "SOURCE");
        Assert.StartsWith("now fd-b1/", detail, StringComparison.Ordinal);
        Assert.NotEqual("now fd-b1/rg-01-t", detail);
    }

    [Fact]
    public async Task What_cannot_be_prepared_is_not_failed_over()
    {
        await simulator.ResetAsync();
        await simulator.ChangeAsync(HttpMethod.Patch, "/_sim/v1/links/fd-a1/fd-b1", """{"up":false}""");

        JsonNode report = await RunAsync(ExitCode.Failed, "soap", "failover", "rg-01-t", "--planned");

        Assert.Equal(
            "PrepareFailoverReplicationGroup_Task of fd-a1/rg-01: PeerNotReachable", Outcome(report, "fd-b1/rg-01-t", "failed", "TARGET"));
        Assert.Empty(Calls(report, "FailoverReplicationGroup_Task"));
        Outcome(await SucceedAsync("soap", "failover", "rg-01-t"), "fd-b1/rg-01-t", "ok", "FAILEDOVER");
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_group_that_failed_is_told_with_its_fault_and_the_others_go_on(string protocol)
    {
        await simulator.ResetAsync();

        JsonNode report = await RunAsync(ExitCode.Failed, protocol, "test", "rg-01-t", "rg-04-t");

        Outcome(report, "fd-b1/rg-01-t", "ok", "TARGET");
        Assert.Equal(
            "TestFailoverReplicationGroupStart_Task: InvalidReplicationState desiredState=TARGET currentState=FAILEDOVER",
            Outcome(report, "fd-b1/rg-04-t", "failed", "FAILEDOVER"));
        Assert.Equal(["fd-b1/rg-01-t"], GroupsOf(report, "TestFailoverReplicationGroupStop_Task"));
    }

    [Theory]
    [InlineData("soap", 4, new[] { 5, 4, 1 })]
    [InlineData("json", 4, new[] { 5, 4, 1 })]
    [InlineData("soap", 0, new[] { 5, 1, 1, 1, 1, 1 })]
    public async Task A_batch_of_five_is_split_as_the_fault_says(string protocol, int reported, int[] sizes)
    {
        await simulator.ResetAsync();
        await simulator.ChangeAsync(
            HttpMethod.Patch, "/_sim/v1/providers/vasaProvider-3", $$$"""{"maxBatchSize":{"enforced":4,"reported":{{{reported}}}}}""");

        JsonNode report = await SucceedAsync(protocol, "sync", "rg-01-t", "rg-02-t", "rg-02-n", "rg-06-t", "rg-07-t");

        JsonNode[] calls = Calls(report, "SyncReplicationGroup_Task");
        Assert.Equal("TooMany", (string?)calls[0]["fault"]!["type"]);
        Assert.Equal(sizes, calls.Select(c => c["groups"]!.AsArray().Count));
        Assert.All(report["groups"]!.AsArray(), g => Assert.Equal("ok", (string?)g!["outcome"]));
        Assert.Equal(5, report["groups"]!.AsArray().Count);
    }

    [Fact]
    public async Task Groups_that_were_too_many_for_a_query_are_asked_about_again()
    {
        await simulator.ResetAsync();
        await simulator.ChangeAsync(HttpMethod.Patch, "/_sim/v1/providers/vasaProvider-3", """{"maxBatchSize":2}""");

        JsonNode report = await SucceedAsync("soap", "failover", "rg-01-t", "rg-02-t", "rg-06-t", "--planned");

        Assert.All(report["groups"]!.AsArray(), g => Assert.Equal("FAILEDOVER", (string?)g!["state"]));
        Assert.Equal(
            ["fd-b1/rg-01-t, fd-b1/rg-02-t, fd-b1/rg-06-t", "fd-b1/rg-06-t"],
            GroupsOf(report, "QueryReplicationGroup").Where(g => g.Length > 0).Take(2));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_failover_whose_answer_was_lost_is_asked_for_again_and_was_done_already(string protocol)
    {
        await simulator.ResetAsync();
        await using LossyRelay relay = await LossyRelay.StartAsync(simulator.Ready, "FailoverReplicationGroup_Task");

        JsonNode report = await SucceedAsync(protocol, "failover", "rg-01-t", "--server", relay.Address);

        Assert.EndsWith("warning AlreadyDone", Outcome(report, "fd-b1/rg-01-t", "ok", "FAILEDOVER"), StringComparison.Ordinal);
        JsonNode[] calls = Calls(report, "FailoverReplicationGroup_Task");
        Assert.Equal(2, calls.Length);
        Assert.StartsWith("answer lost: ", (string?)calls[0]["answer"], StringComparison.Ordinal);
        Assert.StartsWith("smsTask-", (string?)calls[1]["answer"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_there_is_not_is_wrong_usage_and_those_there_are_are_named()
    {
        await simulator.ResetAsync();

        (int code, _, string error) = await InProcess.RunAsync(["try", "sync", "rg-01-x"], Environment);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("There is no group 'rg-01-x'", error, StringComparison.Ordinal);
        Assert.Contains("fd-a1/rg-01, ", error, StringComparison.Ordinal);
        Assert.Contains("fd-b1/rg-07-t", error, StringComparison.Ordinal);
        Assert.Contains("not told by vasaProvider-6: ProviderUnavailable", error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_trace_has_the_messages_but_no_password_and_no_session(string protocol)
    {
        await simulator.ResetAsync();

        (int code, string output, string error) = await InProcess.RunAsync(
            ["try", "sync", "rg-06-t", "--trace", .. Flags(protocol)], Environment);

        Assert.Equal(ExitCode.Ok, code);
        Assert.Matches(@"(?m)^ +1  Login +SessionManager +-  ok  \d+ ms$", output);
        Assert.Matches(@"fd-b1/rg-06-t  smsTask-\d+  \d+ ms", output);
        Assert.Contains("vasasim-try", error, StringComparison.Ordinal);
        Assert.DoesNotContain("cret", error, StringComparison.Ordinal);
        Assert.Contains(protocol == "soap" ? "<password>***<" : "\"password\":\"***\"", error, StringComparison.Ordinal);
        // A session id begins as any other one of the simulator does; none is to be seen where one was.
        string[] places = protocol == "soap" ? ["vmware_soap_session=\"", "<vcSessionCookie>"] : ["vmware-api-session-id: "];
        Assert.All(places, place => Assert.Contains(place + "***", error, StringComparison.Ordinal));
        Assert.All(places, place => Assert.DoesNotContain(place, error.Replace(place + "***", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Server_and_ca_can_be_told_without_a_control_port()
    {
        string[] server = ["--server", simulator.Ready.Sms.AbsoluteUri, "--url", "http://127.0.0.1:1"];

        (int code, _, string error) = await InProcess.RunAsync(["try", "query", "--ca", simulator.Ready.Ca, .. server], Environment);
        Assert.True(code == ExitCode.Ok, error);

        // As the file of --env-file has it.
        (code, _, error) = await InProcess.RunAsync(
            ["try", "query", "--url", "http://127.0.0.1:1"],
            [("VASASIM_SMS_URL", simulator.Ready.Sms.AbsoluteUri), ("VASASIM_CA", simulator.Ready.Ca), ("VASASIM_PASSWORD", SecureSimulator.Password)]);
        Assert.True(code == ExitCode.Ok, error);
        Assert.Empty(error);

        (code, _, error) = await InProcess.RunAsync(["try", "query", "--ca", "no-such-file.pem", .. server], Environment);
        Assert.Equal(ExitCode.Resource, code);
        Assert.Contains("no-such-file.pem", error, StringComparison.Ordinal);

        using OtherAuthority other = OtherAuthority.Create();
        (code, _, error) = await InProcess.RunAsync(["try", "query", "--ca", other.Path, .. server], Environment);
        Assert.Equal(ExitCode.Resource, code);
        Assert.Contains("--ca FILE", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_that_is_refused_exits_7_and_an_absent_server_9()
    {
        (int code, string output, string error) = await InProcess.RunAsync(["try", "query", "--password", "wrong", "--format", "json"], Environment);
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("InvalidLogin", error, StringComparison.Ordinal);
        Assert.Equal("InvalidLogin", (string?)JsonNode.Parse(output)!["calls"]![0]!["fault"]!["type"]);

        (code, _, error) = await InProcess.RunAsync(["try", "query", "--server", "http://127.0.0.1:1"], Environment);
        Assert.Equal(ExitCode.NotRunning, code);
        Assert.Contains("--server", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replica_is_of_one_group()
    {
        (int code, _, string error) = await InProcess.RunAsync(["try", "test", "rg-01-t", "rg-02-t", "--pit", "pit-1"], Environment);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("--pit needs exactly one GROUP", error, StringComparison.Ordinal);
    }

    private (string, string)[] Environment =>
        [("VASASIM_URL", simulator.Ready.Control.AbsoluteUri), ("VASASIM_PASSWORD", SecureSimulator.Password)];

    private Task<JsonNode> SucceedAsync(string protocol, params string[] arguments) => RunAsync(ExitCode.Ok, protocol, arguments);

    private async Task<JsonNode> RunAsync(int expected, string protocol, params string[] arguments)
    {
        (int code, string output, string error) = await InProcess.RunAsync(
            ["try", .. arguments, "--format", "json", .. Flags(protocol)], Environment);
        Assert.True(code == expected, $"{code}: {error}{output}");
        Assert.Empty(error);
        return JsonNode.Parse(output)!;
    }

    private static string[] Flags(string protocol) => protocol == "json" ? ["--json"] : [];

    private static JsonNode Row(JsonNode report, string table, string id) =>
        report[table]!.AsArray().Single(row => (string?)row!.AsObject().First().Value == id)!;

    // The detail of a group with this outcome and state.
    private static string Outcome(JsonNode report, string group, string outcome, string state)
    {
        JsonNode row = Row(report, "groups", group);
        Assert.True((outcome, state) == ((string?)row["outcome"], (string?)row["state"]), row.ToJsonString());
        return (string)row["detail"]!;
    }

    private static JsonNode[] Calls(JsonNode report, string method) =>
        [.. report["calls"]!.AsArray().Where(c => (string?)c!["method"] == method).Select(c => c!)];

    private static string[] GroupsOf(JsonNode report, string method) =>
        [.. Calls(report, method).Select(c => string.Join(", ", c["groups"]!.AsArray().Select(g => (string?)g)))];
}
