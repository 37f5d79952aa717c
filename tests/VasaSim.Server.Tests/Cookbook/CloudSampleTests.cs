using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Faces.Vcda;
using VasaSim.Server.Tests.Injection;

namespace VasaSim.Server.Tests.Cookbook;

/// <summary>Samples of replications between clouds.</summary>
public sealed class CloudSampleTests
{
    private const string Recover = """{"type":"vcloud","powerOn":true}""";

    [Fact]
    [Sample("rules/cloud-failover-fails.yaml")]
    public async Task A_failover_fails_at_sixty_percent_and_can_be_repeated()
    {
        await using VcdaStage stage = await StartAsync("cloud-failover-fails", instantTasks: false);
        string id = await IdAsync(stage);
        string task = (string)(await FailOverAsync(stage, id))["id"]!;

        await stage.AdvanceAsync("1h");
        VcdaReply failed = await stage.Client.GetAsync($"/tasks/{task}");
        Assert.Equal(("FAILED", 60), ((string?)failed["state"], (int)failed["progress"]!));
        Assert.Equal(
            """{"code":"GeneralServerFailure","msg":"The destination has no space left.","args":[],"stacktrace":null}""", failed["error"]!.ToJsonString());
        Assert.Equal("NOT_STARTED", await RecoveryAsync(stage, id));

        await FailOverAsync(stage, id);
        await stage.AdvanceAsync("1h");
        Assert.Equal("COMPLETE", await RecoveryAsync(stage, id));
    }

    [Fact]
    [Sample("rules/cloud-hangs.yaml")]
    public async Task A_call_about_the_other_cloud_hangs_for_a_minute_and_others_are_answered()
    {
        RecordedTime time = new(endsAtOnce: false);
        await using VcdaStage stage = await StartAsync("cloud-hangs", realTime: time);

        Task<RawExchange> hanging = ExchangeAsync(stage, "GET", "/vm-replications?site=cloud-b");
        RecordedTime.Wait wait = await time.NextAsync();
        while (wait.Length != TimeSpan.FromSeconds(60))
        {
            wait = await time.NextAsync();
        }

        Assert.Equal(200, (await stage.Client.GetAsync("/sites")).Status);
        Assert.False(hanging.IsCompleted);
        wait.End();

        RawExchange exchange = await hanging;
        Assert.Equal(("FIN", 0), (exchange.Ending, exchange.Bytes.Length));
        Assert.Equal(200, (await stage.Client.GetAsync("/vm-replications?site=cloud-b")).Status);
    }

    [Fact]
    [Sample("rules/cloud-link-down.yaml")]
    public async Task The_link_between_the_clouds_goes_down_with_a_sync_and_comes_back()
    {
        await using VcdaStage stage = await StartAsync("cloud-link-down");
        string id = await IdAsync(stage);

        VcdaReply cut = await stage.Client.PostAsync($"/vm-replications/{id}/sync");
        Assert.Equal(("FAILED", "GeneralServerFailure"), ((string?)cut["state"], (string?)cut["error"]!["code"]));
        Assert.Equal("ERROR", (string?)(await stage.Client.GetAsync($"/vm-replications/{id}"))["dataConnectionState"]);
        Assert.Equal(500, (await stage.Client.GetAsync("/inventory/vms?site=cloud-b")).Status);

        await stage.AdvanceAsync("10m");
        Assert.Equal(200, (await stage.Client.GetAsync("/inventory/vms?site=cloud-b")).Status);
        Assert.Equal("SUCCEEDED", (string?)(await stage.Client.PostAsync($"/vm-replications/{id}/sync"))["state"]);
    }

    [Fact]
    [Sample("rules/cloud-lost-answer.yaml")]
    public async Task The_answer_of_a_failover_is_lost_and_its_task_is_found_by_the_operation_id()
    {
        await using VcdaStage stage = await StartAsync("cloud-lost-answer");
        string id = await IdAsync(stage);

        RawExchange lost = await ExchangeAsync(stage, "POST", $"/vm-replications/{id}/failover", Recover, "operationID: op-7\r\n");

        Assert.Equal(("RST", 0), (lost.Ending, lost.Bytes.Length));
        Assert.Equal("COMPLETE", await RecoveryAsync(stage, id));
        JsonNode task = Assert.Single((await stage.Client.GetAsync("/tasks?operationID=op-7")).Items)!;
        Assert.Equal("SUCCEEDED", (string?)task["state"]);
        Assert.Equal("FAILED", (string?)(await FailOverAsync(stage, id))["state"]);
    }

    [Fact]
    [Sample("rules/cloud-slow.yaml")]
    public async Task Answers_wait_as_the_distribution_says_and_a_login_does_not()
    {
        RecordedTime time = new(endsAtOnce: true);
        await using VcdaStage stage = await StartAsync("cloud-slow", realTime: time);
        time.Take();

        await stage.Client.GetAsync("/sessions");
        Assert.Empty(time.Take());
        for (int i = 0; i < 100; i++)
        {
            await stage.Client.GetAsync("/sites");
        }

        TimeSpan[] waits = [.. time.Take().Order()];
        Assert.Equal(100, waits.Length);
        Assert.InRange(waits[50], TimeSpan.FromMilliseconds(180), TimeSpan.FromMilliseconds(500));
        Assert.InRange(waits[^2], TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8));
    }

    private static async Task<VcdaStage> StartAsync(string rules, bool instantTasks = true, TimeProvider? realTime = null)
    {
        VcdaStage stage = await VcdaStage.StartAsync(o => o with { Workspace = o.Workspace with { InstantTasks = instantTasks } }, realTime);
        using StringContent file = new(Samples.Text($"rules/{rules}.yaml"), new MediaTypeHeaderValue("application/yaml"));
        using HttpResponseMessage answer = await stage.Simulator.Control.PutAsync(
            new Uri("/_sim/v1/rules", UriKind.Relative), file, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return stage;
    }

    private static Task<VcdaReply> FailOverAsync(VcdaStage stage, string id) => stage.Client.SendAsync("POST", $"/vm-replications/{id}/failover", Recover);

    private static async Task<string> RecoveryAsync(VcdaStage stage, string id) =>
        (string)(await stage.Client.GetAsync($"/vm-replications/{id}"))["destinationState"]!["recoveryInfo"]!["recoveryState"]!;

    private static async Task<string> IdAsync(VcdaStage stage) => (string)(await stage.Client.GetAsync("/vm-replications")).Items[0]!["id"]!;

    private static Task<RawExchange> ExchangeAsync(VcdaStage stage, string method, string path, string body = "", string headers = "") => RawExchange.SendAsync(
        stage.Simulator.Host.VcdaUri!,
        Encoding.ASCII.GetBytes(
            $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nX-VCAV-Auth: {stage.Client.Token}\r\nContent-Type: application/json\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}"),
        tls: false);
}
