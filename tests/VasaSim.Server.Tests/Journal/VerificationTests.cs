using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Journal;

/// <summary>What is expected of calls, against calls over a real socket.</summary>
public sealed class VerificationTests
{
    [Theory]
    [InlineData("""{"calls":{"exactly":2}}""", "")]
    [InlineData("""{"calls":{"atLeast":2,"atMost":2}}""", "")]
    [InlineData("""{"calls":{"atLeast":3}}""", "calls.atLeast")]
    [InlineData("""{"calls":{"atMost":1}}""", "calls.atMost")]
    [InlineData("""{"calls":{"exactly":1}}""", "calls.exactly")]
    [InlineData("""{"groupsPerCall":{"atMost":2,"atLeast":1}}""", "")]
    [InlineData("""{"groupsPerCall":{"atMost":1}}""", "groupsPerCall.atMost")]
    [InlineData("""{"groupsPerCall":{"atLeast":2}}""", "groupsPerCall.atLeast")]
    [InlineData("""{"groupsPerCall":{"exactly":2},"calls":{"exactly":0}}""", "calls.exactly groupsPerCall.exactly")]
    public async Task Calls_and_their_groups_are_counted(string rules, string broken)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);
        await SyncAsync(client, "rg-01-t");
        await client.Soap.CallAsync(SmsClient.ServiceInstance, new QueryAboutInfoRequest());
        await SyncAsync(client, "rg-01-t", "rg-02-t");

        JsonNode result = await new JournalClient(simulator).VerifyAsync(With(rules, """ "match":{"operation":["Sync*","Prepare*"]} """));

        Assert.Equal(broken, string.Join(' ', result["failures"]!.AsArray().Select(f => (string)f!["rule"]!)));
        Assert.Equal(broken.Length == 0, (bool)result["passed"]!);
        Assert.Equal(2, (int)result["checked"]!);
        Assert.Empty(result["unknown"]!.AsArray());
    }

    [Fact]
    public async Task A_failure_names_the_calls_and_says_why()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);
        await SyncAsync(client, "rg-01-t");
        await SyncAsync(client, "rg-01-t", "rg-02-t");

        JsonNode result = await new JournalClient(simulator).VerifyAsync("""{"groupsPerCall":{"atMost":1}}""");

        JsonNode failure = Assert.Single(result["failures"]!.AsArray())!;
        Assert.Equal("A call is to name at most 1 groups, but SyncReplicationGroup_Task #2 names 2.", (string?)failure["detail"]);
        Assert.Equal([2], failure["calls"]!.AsArray().Select(n => (int)n!));
    }

    [Fact]
    public async Task Calls_that_fail_the_match_by_one_condition_are_told_the_three_newest()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        simulator.Http.DefaultRequestHeaders.UserAgent.ParseAdd("python/3");
        SmsClient client = SmsClient.LogIn(simulator);
        await SyncAsync(client, "rg-03-t");
        await client.Soap.CallAsync(SmsClient.ServiceInstance, new QueryAboutInfoRequest());
        await client.Soap.CallAsync(SmsClient.Provider(3), new QueryReplicationGroupRequest { GroupId = [SmsClient.Group("fd-b1", "rg-01-t")] });
        await SyncAsync(client, "rg-02-t");
        await SyncAsync(SmsClient.LogIn(simulator, "config"), "rg-01-t");

        JsonNode result = await new JournalClient(simulator).VerifyAsync(
            """{"match":{"operation":"Sync*","group":"*/rg-01-t","user":"admin*","client":"python*"},"calls":{"atLeast":1}}""");

        Assert.Equal(
            [
                "3 operation The operation is 'QueryReplicationGroup', not 'Sync*'.",
                "4 group The group is 'fd-b1/rg-02-t', not '*/rg-01-t'.",
                "5 user The user is 'config@sim.local', not 'admin*'.",
            ],
            result["nearMisses"]!.AsArray().Select(m => $"{m!["number"]} {m["differs"]} {m["detail"]}"));
        Assert.Empty((await new JournalClient(simulator).VerifyAsync("""{"match":{"operation":"Sync*"},"calls":{"exactly":3}}"""))["nearMisses"]!.AsArray());
    }

    [Fact]
    public async Task A_call_while_the_task_of_an_earlier_one_runs_is_found()
    {
        await using Simulator simulator = await Simulator.StartAsync(o => o with { Workspace = o.Workspace with { InstantTasks = false } });
        JournalClient journal = new(simulator);
        SmsClient client = SmsClient.LogIn(simulator);
        const string Body = """{"match":{"operation":"Sync*"},"neverWhile":{"running":true}}""";

        await SyncAsync(client, "rg-01-t");
        await AdvanceAsync(simulator);
        await SyncAsync(client, "rg-02-t");
        await client.Soap.CallAsync(SmsClient.ServiceInstance, new QueryAboutInfoRequest());
        Assert.True((bool)(await journal.VerifyAsync(Body))["passed"]!);

        await SyncAsync(client, "rg-01-t");
        JsonNode running = await journal.VerifyAsync(Body);
        await AdvanceAsync(simulator);
        JsonNode ended = await journal.VerifyAsync(Body);

        JsonNode failure = Assert.Single(running["failures"]!.AsArray())!;
        Assert.Equal("neverWhile.running", (string?)failure["rule"]);
        Assert.Equal([2, 4], failure["calls"]!.AsArray().Select(n => (int)n!));
        Assert.Contains("while smsTask-2 of call #2 ran until 2025-01-15T1", (string)failure["detail"]!, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(running, ended), $"{running} {ended}");
    }

    [Fact]
    public async Task Of_tasks_that_are_forgotten_it_is_unknown()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JournalClient journal = new(simulator);
        SmsClient client = SmsClient.LogIn(simulator);
        await SyncAsync(client, "rg-01-t");
        await simulator.Host.Workspace.ResetAsync();
        await SyncAsync(client, "rg-01-t");

        JsonNode result = await journal.VerifyAsync("""{"neverWhile":{"running":true}}""");

        Assert.False((bool)result["passed"]!);
        Assert.Empty(result["failures"]!.AsArray());
        Assert.Equal([1], Assert.Single(result["unknown"]!.AsArray())!["calls"]!.AsArray().Select(n => (int)n!));
        Assert.True((bool)(await journal.VerifyAsync("""{"since":1,"neverWhile":{"running":true}}"""))["passed"]!);
    }

    [Theory]
    [InlineData("""{"operation":"Prepare*"},{"operation":"Sync*","group":"rg-01-t"}""", null)]
    [InlineData("""{"operation":"Sync*"},{"operation":"Prepare*"}""", "No call of operation 'Prepare*' came after call #2; it is number 2 of the 2 in the order.")]
    [InlineData("""{"operation":"Sync*"},{"operation":"Sync*"}""", "No call of operation 'Sync*' came after call #2; it is number 2 of the 2 in the order.")]
    [InlineData("""{"fault":"ProviderBusy"}""", "No call of fault 'ProviderBusy' came; it is number 1 of the 1 in the order.")]
    public async Task Calls_come_in_an_order(string order, string? detail)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);
        await client.Soap.CallAsync(SmsClient.Provider(1), new PrepareFailoverReplicationGroupRequest { GroupId = [SmsClient.Group("fd-a1", "rg-01")] });
        await SyncAsync(client, "rg-01-t");

        JsonNode result = await new JournalClient(simulator).VerifyAsync($$"""{"order":[{{order}}]}""");

        Assert.Equal(detail, (string?)result["failures"]!.AsArray().SingleOrDefault()?["detail"]);
    }

    [Fact]
    public async Task What_was_dropped_is_told_since_it_was_not_checked()
    {
        await using Simulator simulator = await Simulator.StartAsync(o => o with { Workspace = o.Workspace with { JournalEntries = 1 } });
        SmsClient client = SmsClient.LogIn(simulator);
        await SyncAsync(client, "rg-01-t");
        await SyncAsync(client, "rg-01-t");

        Assert.Equal(1, (int)(await new JournalClient(simulator).VerifyAsync("""{"calls":{"atMost":1}}"""))["dropped"]!);
    }

    [Theory]
    [InlineData("""{"match":{"operation":5,"oper":"x"},"calls":{"atLeast":-1,"max":1},"neverWhile":{"running":"yes"},"order":[{"user":[]}],"sice":1}""",
        "/match/operation /match/oper /calls/atLeast /calls/max /neverWhile/running /order/0/user /sice")]
    [InlineData("""{"match":[],"calls":1,"order":{}}""", "/match /calls /order")]
    [InlineData("""{"calls":{"atLeast":2,"atMost":1},"groupsPerCall":{}}""", "/calls /groupsPerCall")]
    [InlineData("""{"calls":{"exactly":2,"atMost":2}}""", "/calls")]
    [InlineData("""{"match":{}}""", "/calls")]
    public async Task All_that_is_wrong_with_a_body_is_told(string body, string pointers)
    {
        await using Simulator simulator = await Simulator.StartAsync();

        JsonNode problem = await new JournalClient(simulator).VerifyAsync(body, 400);

        Assert.Equal(pointers, string.Join(' ', problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!)));
    }

    private static string With(string body, string more) => body[..^1] + "," + more + "}";

    private static async Task SyncAsync(SmsClient client, params string[] groups) => await client.Soap.ResultAsync<Vmodl.ManagedObjectReference>(
        SmsClient.Provider(3),
        new SyncReplicationGroupRequest { GroupId = [.. groups.Select(g => SmsClient.Group("fd-b1", g))], PitName = "x" });

    private static async Task AdvanceAsync(Simulator simulator) =>
        await simulator.Host.Workspace.SetClockAsync(clock => clock with { Anchor = clock.Anchor.AddHours(1) });
}
