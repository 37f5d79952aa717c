using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Faces.Vcda;
using VasaSim.Server.Tests.Injection;

namespace VasaSim.Server.Tests.Control;

/// <summary>What a tester sees of clouds and does to them.</summary>
public sealed class CloudTests
{
    [Fact]
    public async Task Clouds_have_their_organizations_and_the_state_of_their_links()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        await stage.SetLinkAsync(up: false);

        JsonNode[] clouds = [.. (await stage.Simulator.ReadAsync("/_sim/v1/clouds"))["clouds"]!.AsArray().Select(c => c!)];

        Assert.Equal(["cloud-a", "cloud-b"], clouds.Select(c => (string?)c["id"]));
        Assert.Equal("""["orgA"]""", clouds[0]["orgs"]!.ToJsonString());
        Assert.Equal(("A", "vcloud", 3, 0, 1), (
            (string?)clouds[0]["site"], (string?)clouds[0]["kind"], (int)clouds[0]["machines"]!, (int)clouds[0]["incoming"]!, (int)clouds[0]["outgoing"]!));
        Assert.Equal("""[{"to":"cloud-a","up":false}]""", clouds[1]["links"]!.ToJsonString());
    }

    [Fact]
    public async Task A_machine_that_is_powered_off_is_not_replicated_until_it_is_on_again()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        JsonNode replication = await ReplicationAsync(stage);
        string path = $"/_sim/v1/clouds/cloud-a/machines/{(string?)replication["machine"]}";
        Assert.Equal(("db01", "TARGET", false), ((string?)replication["name"], (string?)replication["state"], (bool)replication["paused"]!));

        JsonNode off = await PatchAsync(stage, path, new JsonObject { ["poweredOn"] = false });
        await stage.AdvanceAsync("2h");
        JsonNode still = await ReplicationAsync(stage);
        await PatchAsync(stage, path, new JsonObject { ["poweredOn"] = true });
        await stage.AdvanceAsync("2h");
        JsonNode again = await ReplicationAsync(stage);

        Assert.Equal((false, (string?)replication["id"]), ((bool)off["poweredOn"]!, (string?)off["replications"]![0]));
        Assert.Equal(("poweredOff", "poweredOff"), ((string?)still["mode"], (string?)still["dataConnection"]));
        Assert.NotEqual("poweredOff", (string?)again["mode"]);
        Assert.True((DateTimeOffset)again["latest"]!["time"]! > (DateTimeOffset)still["latest"]!["time"]!);
    }

    [Fact]
    public async Task A_machine_writes_as_much_as_it_is_told_from_then_on()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string path = $"/_sim/v1/clouds/cloud-a/machines/{(string?)(await ReplicationAsync(stage))["machine"]}";

        JsonNode machine = await PatchAsync(stage, path, new JsonObject { ["changeRate"] = "0B/s" });
        await stage.AdvanceAsync("2h");

        Assert.Equal("0B/s", (string?)machine["changeRate"]);
        Assert.Equal(0, (long)(await ReplicationAsync(stage))["latest"]!["bytes"]!);
    }

    [Fact]
    public async Task A_replication_is_shown_with_its_instances()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        await stage.AdvanceAsync("5h");
        JsonNode listed = await ReplicationAsync(stage);

        JsonNode shown = await stage.Simulator.ReadAsync($"/_sim/v1/cloud-replications/{(string?)listed["id"]}");

        JsonArray instances = shown["instances"]!.AsArray();
        Assert.Null(listed["instances"]);
        Assert.True(instances.Count > 1);
        Assert.Equal(instances.Count, (int)shown["instanceCount"]!);
        Assert.Equal(instances[^1]!.ToJsonString(), shown["latest"]!.ToJsonString());
        Assert.Equal("""{"site":"cloud-b","org":"orgB","vdc":"vdc-b1"}""", shown["destination"]!.ToJsonString());
        Assert.Equal(
            (await stage.Client.GetAsync($"/vm-replications/{(string?)listed["id"]}/instances")).Items.Select(i => (string?)i!["key"]),
            instances.Select(i => (string?)i!["key"]));
    }

    [Theory]
    [InlineData("/_sim/v1/clouds/none/machines", "cloud-a")]
    [InlineData("/_sim/v1/clouds/none/machines/x", "cloud-b")]
    [InlineData("/_sim/v1/clouds/cloud-a/machines/x", null)]
    [InlineData("/_sim/v1/cloud-replications/x", null)]
    public async Task What_is_not_there_is_not_found_and_what_is_there_is_named(string path, string? legal)
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        using HttpResponseMessage reply = await stage.Simulator.Control.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        JsonNode problem = (await reply.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.NotEmpty(problem["legal"]!.AsArray());
        Assert.True(legal is null || problem["legal"]!.AsArray().Any(l => (string?)l == legal));
    }

    [Theory]
    [InlineData("\"GeneralServerFailure\"", """{"code":"GeneralServerFailure","msg":"GeneralServerFailure.","args":[],"stacktrace":null}""")]
    [InlineData("""{"type":"Forbidden","message":"No.","args":["x"]}""", """{"code":"Forbidden","msg":"No.","args":["x"],"stacktrace":null}""")]
    [InlineData("""{"type":"Conflict","status":409,"stacktrace":"at x"}""", """{"code":"Conflict","msg":"Conflict.","args":[],"stacktrace":"at x"}""")]
    public async Task A_task_fails_with_an_error_of_clouds(string fault, string error)
    {
        await using VcdaStage stage = await StartAsync();
        string task = await SyncAsync(stage);

        JsonNode report = await stage.Simulator.PostAsync($"/_sim/v1/tasks/{task}/fail", new JsonObject { ["fault"] = JsonNode.Parse(fault) });

        VcdaReply told = await stage.Client.GetAsync($"/tasks/{task}");
        Assert.Equal(("FAILED", error), ((string?)told["state"], told["error"]!.ToJsonString()));
        Assert.Equal(
            ("error", (string?)told["error"]!["code"], (string?)told["error"]!["msg"]),
            ((string?)report["state"], (string?)report["error"]!["type"], (string?)report["error"]!["message"]));
    }

    [Theory]
    [InlineData("\"ProviderBusy\"", "/fault")]
    [InlineData("\"\"", "/fault")]
    [InlineData("4", "/fault")]
    [InlineData("{}", "/fault/type")]
    [InlineData("""{"type":"Conflict"}""", "/fault/status")]
    [InlineData("""{"type":"Forbidden","args":"x"}""", "/fault/args")]
    [InlineData("""{"type":"Forbidden","message":4}""", "/fault/message")]
    [InlineData("""{"type":"Forbidden","who":"x"}""", "/fault/who")]
    public async Task An_error_that_is_not_legal_is_refused(string fault, string pointer)
    {
        await using VcdaStage stage = await StartAsync();
        string task = await SyncAsync(stage);

        using HttpResponseMessage reply = await stage.Simulator.Control.PostAsJsonAsync(
            $"/_sim/v1/tasks/{task}/fail", new JsonObject { ["fault"] = JsonNode.Parse(fault) }, TestContext.Current.CancellationToken);

        JsonNode problem = (await reply.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(pointer, (string?)Assert.Single(problem["errors"]!.AsArray())!["pointer"]);
    }

    [Fact]
    public async Task A_task_of_clouds_takes_the_orders_that_others_take()
    {
        await using VcdaStage stage = await StartAsync();
        string task = await SyncAsync(stage);

        await stage.Simulator.PostAsync($"/_sim/v1/tasks/{task}/step", new JsonObject { ["to"] = 60 });
        await stage.AdvanceAsync("1h");
        VcdaReply held = await stage.Client.GetAsync($"/tasks/{task}");
        Assert.Equal(task, (string?)(await ReplicationAsync(stage))["task"]);
        JsonNode done = await stage.Simulator.PostAsync($"/_sim/v1/tasks/{task}/complete", []);

        Assert.Equal(("RUNNING", 60), ((string?)held["state"], (int)held["progress"]!));
        Assert.Equal("success", (string?)done["state"]);
        Assert.Null((await ReplicationAsync(stage))["task"]);
    }

    private static Task<VcdaStage> StartAsync() => VcdaStage.StartAsync(o => o with { Workspace = o.Workspace with { InstantTasks = false } });

    private static async Task<string> SyncAsync(VcdaStage stage) =>
        (string)(await stage.Client.PostAsync($"/vm-replications/{(string?)(await ReplicationAsync(stage))["id"]}/sync"))["id"]!;

    private static async Task<JsonNode> ReplicationAsync(VcdaStage stage) =>
        (await stage.Simulator.ReadAsync("/_sim/v1/cloud-replications"))["replications"]![0]!;

    private static async Task<JsonNode> PatchAsync(VcdaStage stage, string path, JsonObject body)
    {
        using HttpResponseMessage reply = await stage.Simulator.Control.PatchAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        string text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(reply.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
