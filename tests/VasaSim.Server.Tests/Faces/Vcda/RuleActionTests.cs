using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Cookbook;
using VasaSim.Server.Tests.Injection;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>What else rules do to calls of the API for cloud replications, and which calls they find.</summary>
public sealed class RuleActionTests
{
    [Theory(Timeout = 60_000)]
    [InlineData("reset", "RST")]
    [InlineData("close", "FIN")]
    public async Task A_connection_ends_without_an_answer(string kind, string ending)
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        await stage.Simulator.RulesAsync($"  - {{ match: {{ operation: getSites }}, do: {{ connection: {kind} }} }}");

        RawExchange exchange = await ExchangeAsync(stage, "/sites");

        Assert.Equal((ending, 0), (exchange.Ending, exchange.Bytes.Length));
        JsonNode call = (await stage.Simulator.CallsAsync())[^1];
        Assert.Equal(("noAnswer", "vcda", "r1"), ((string?)call["outcome"], (string?)call["face"], (string?)call["rules"]![0]));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_reply_is_cut()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        await stage.Simulator.RulesAsync("  - { match: { operation: getSites }, do: { connection: { truncate: 20 } } }");

        RawExchange exchange = await ExchangeAsync(stage, "/sites");

        Assert.Equal(("FIN", 20), (exchange.Ending, exchange.Body.Length));
        Assert.StartsWith("HTTP/1.1 200 ", exchange.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_comes_without_an_ApiError()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        await stage.Simulator.RulesAsync("  - { match: { face: vcda }, do: { httpStatus: 503 } }");
        using HttpClient http = new() { BaseAddress = stage.Simulator.Host.VcdaUri };

        using HttpResponseMessage reply = await http.GetAsync(new Uri("/sites", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((503, ""), ((int)reply.StatusCode, await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task An_answer_waits()
    {
        RecordedTime time = new(endsAtOnce: true);
        await using VcdaStage stage = await VcdaStage.StartAsync(realTime: time);
        await stage.Simulator.RulesAsync("  - { match: { face: vcda, operation: getSites }, do: { latency: 250ms } }");
        time.Take();

        Assert.Equal(200, (await stage.Client.GetAsync("/sites")).Status);

        Assert.Contains(TimeSpan.FromMilliseconds(250), time.Take());
    }

    [Fact]
    public async Task A_session_is_dropped()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        await stage.Simulator.RulesAsync("  - { match: { operation: getSites }, when: { calls: 1 }, do: { session: drop } }");

        VcdaReply dropped = await stage.Client.GetAsync("/sites");
        VcdaReply after = await stage.Client.GetAsync("/sessions");

        Assert.Equal((401, "NotAuthenticated"), (dropped.Status, dropped.Code));
        Assert.Equal((401, "NotAuthenticated"), (after.Status, after.Code));
    }

    [Fact]
    public async Task A_task_is_held_and_released()
    {
        await using VcdaStage stage = await StageWithTasksAsync("holdAt: 40");
        string task = await SyncAsync(stage);

        await stage.AdvanceAsync("1h");
        VcdaReply held = await stage.Client.GetAsync($"/tasks/{task}");
        await stage.Simulator.PostAsync($"/_sim/v1/tasks/{task}/release", []);
        await stage.AdvanceAsync("1h");

        Assert.Equal(("RUNNING", 40), ((string?)held["state"], (int)held["progress"]!));
        Assert.Equal("SUCCEEDED", (string?)(await stage.Client.GetAsync($"/tasks/{task}"))["state"]);
    }

    [Fact]
    public async Task A_task_is_slow()
    {
        await using VcdaStage stage = await StageWithTasksAsync("slow: 10", "pauseVmReplication");
        string id = await IdAsync(stage);
        TimeSpan slow = await LengthAsync(await PauseAsync());
        await stage.Client.PostAsync($"/vm-replications/{id}/resume");
        await stage.AdvanceAsync("1h");
        await stage.Simulator.RulesAsync("  - { match: { operation: getSites }, do: { latency: 1ms } }");
        TimeSpan usual = await LengthAsync(await PauseAsync());

        Assert.True(usual > TimeSpan.Zero);
        Assert.Equal(10 * usual, slow);

        async Task<string> PauseAsync() => (string)(await stage.Client.PostAsync($"/vm-replications/{id}/pause"))["id"]!;

        async Task<TimeSpan> LengthAsync(string task)
        {
            JsonNode report = await stage.Simulator.ReadAsync($"/_sim/v1/tasks/{task}");
            await stage.AdvanceAsync("1h");
            return (DateTimeOffset)report["due"]! - (DateTimeOffset)report["started"]!;
        }
    }

    [Fact]
    public async Task A_task_is_forgotten()
    {
        await using VcdaStage stage = await StageWithTasksAsync("forget: true");
        string task = await SyncAsync(stage);

        VcdaReply reply = await stage.Client.GetAsync($"/tasks/{task}");

        Assert.Equal((404, "TaskNotFound"), (reply.Status, reply.Code));
        Assert.True((bool)(await stage.Simulator.ReadAsync($"/_sim/v1/tasks/{task}"))["forgotten"]!);
    }

    [Fact]
    public async Task A_task_ends_when_it_is_asked_for_often_enough()
    {
        await using VcdaStage stage = await StageWithTasksAsync("polls: 2");
        string task = await SyncAsync(stage);
        await stage.AdvanceAsync("1h");

        Assert.Equal("RUNNING", (string?)(await stage.Client.GetAsync($"/tasks/{task}"))["state"]);
        Assert.Equal("SUCCEEDED", (string?)(await stage.Client.GetAsync($"/tasks/{task}"))["state"]);
    }

    [Fact]
    public async Task A_replication_is_a_group_of_its_destination()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await IdAsync(stage);
        await stage.Simulator.RulesAsync($$"""
              - { match: { site: cloud-b, groups: { id: cloud-b/{{id}}, state: TARGET, pitsOver: 0 }, link: up }, do: { fault: { type: BadRequest, message: By rule. } } }
            """);

        VcdaReply found = await stage.Client.GetAsync($"/vm-replications/{id}");
        VcdaReply elsewhere = await stage.Client.GetAsync($"/vm-replications/{id}?site=cloud-a");

        Assert.Equal(("By rule.", 200), (found.Message, elsewhere.Status));
        JsonNode[] calls = [.. (await stage.Simulator.CallsAsync()).TakeLast(2)];
        Assert.Equal(["cloud-b", "cloud-a"], calls.Select(c => (string?)c["site"]));
        Assert.All(calls, c => Assert.Equal(($"cloud-b/{id}", null), ((string?)c["groups"]![0], (string?)c["provider"])));
    }

    [Theory]
    [InlineData("groups: { id: cloud-b/C4VAPP-*, state: TARGET, pitsOver: 0 }", true)]
    [InlineData("groups: { state: INTEST }", false)]
    [InlineData("groups: { pitsOver: 1000 }", false)]
    [InlineData("link: down", false)]
    [InlineData("site: cloud-a", false)]
    public async Task That_of_a_vApp_is_one_too(string match, bool found)
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = (string)(await stage.Client.GetAsync("/vapp-replications")).Items[0]!["id"]!;
        await stage.Simulator.RulesAsync($"  - {{ match: {{ operation: getVappReplication, {match} }}, do: {{ fault: Forbidden }} }}");

        Assert.Equal(found ? 403 : 200, (await stage.Client.GetAsync($"/vapp-replications/{id}")).Status);
    }

    [Fact]
    public async Task A_replication_that_is_ended_stays_in_the_journal_with_its_destination()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await IdAsync(stage);

        Assert.Equal(202, (await stage.Client.DeleteAsync($"/vm-replications/{id}")).Status);
        Assert.Equal(404, (await stage.Client.GetAsync($"/vm-replications/{id}")).Status);

        Assert.Equal(
            [$"cloud-b/{id}", $"cloud-a/{id}"], (await stage.Simulator.CallsAsync()).TakeLast(2).Select(c => (string?)c["groups"]![0]));
    }

    [Fact]
    public async Task The_link_of_a_replication_is_cut_for_a_while()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await IdAsync(stage);
        await stage.Simulator.RulesAsync("  - { match: { operation: getVmReplication }, when: { calls: 1 }, do: { state: { link: down, for: 5m } } }");

        VcdaReply cut = await stage.Client.GetAsync($"/vm-replications/{id}");
        await stage.AdvanceAsync("5m");
        VcdaReply mended = await stage.Client.GetAsync($"/vm-replications/{id}");

        Assert.Equal("ERROR", (string?)cut["dataConnectionState"]);
        Assert.NotEqual("ERROR", (string?)mended["dataConnectionState"]);
    }

    private static async Task<VcdaStage> StageWithTasksAsync(string task, string operation = "syncVmReplication")
    {
        VcdaStage stage = await VcdaStage.StartAsync(o => o with { Workspace = o.Workspace with { InstantTasks = false } });
        await stage.Simulator.RulesAsync($"  - {{ match: {{ operation: {operation} }}, do: {{ task: {{ {task} }} }} }}");
        return stage;
    }

    private static async Task<string> SyncAsync(VcdaStage stage)
    {
        VcdaReply task = await stage.Client.PostAsync($"/vm-replications/{await IdAsync(stage)}/sync");
        Assert.Equal((202, "RUNNING"), (task.Status, (string?)task["state"]));
        return (string)task["id"]!;
    }

    private static async Task<string> IdAsync(VcdaStage stage) => (string)(await stage.Client.GetAsync("/vm-replications")).Items[0]!["id"]!;

    private static Task<RawExchange> ExchangeAsync(VcdaStage stage, string path) => RawExchange.SendAsync(
        stage.Simulator.Host.VcdaUri!,
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nX-VCAV-Auth: {stage.Client.Token}\r\n\r\n"),
        tls: false);
}
