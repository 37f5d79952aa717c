using System.Text.Json.Nodes;
using VasaSim.Core.Lab;
using VasaSim.Server.Hosting;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>
/// A replication, of a machine or of a vApp with two, in one situation of its life: time stands still, tasks take theirs, and
/// each call is made in the same world.
/// </summary>
internal sealed class LifeCycle : IAsyncDisposable
{
    private const string Snapshot = "situation";

    // Longer than any task takes here, with its transfer.
    private const string LongEnough = "1h";

    private readonly VcdaStage _stage;
    private readonly bool _ofVapp;
    private string _storageProfile = "";

    private LifeCycle(VcdaStage stage, bool ofVapp) => (_stage, _ofVapp) = (stage, ofVapp);

    /// <summary>The path of the replication.</summary>
    public string Path { get; private set; } = "";

    public VcdaClient Client => _stage.Client;

    /// <summary>Brings a replication into a situation.</summary>
    public static async Task<LifeCycle> BringAsync(string situation, bool ofVapp, CloudKnobs knobs)
    {
        LifeCycle life = new(await VcdaStage.StartAsync(o => o with
        {
            Workspace = o.Workspace with { InstantTasks = false, Lab = TestLabs.With(k => k with { Cloud = knobs }) },
        }), ofVapp);
        await life.BringAsync(situation);
        await life._stage.ControlAsync(HttpMethod.Post, "snapshots", new() { ["name"] = Snapshot });
        return life;
    }

    /// <summary>
    /// The state of a replication in short: the first letter of the recovery state, <c>p</c> when it is paused, <c>r</c> when it
    /// is reversed, and the state of the data connection; of a vApp's what its machines' have in common, or each there is.
    /// </summary>
    public static string StateOf(JsonNode replication) => string.Join('+', MachinesOf(replication).Select(m =>
        $"{((string)m["destinationState"]!["recoveryInfo"]!["recoveryState"]!)[0]}{((bool)m["isPaused"]! ? "p" : "")}{((bool)m["isReversed"]! ? "r" : "")}:{(string?)m["dataConnectionState"]}").Distinct());

    /// <summary>The replication, or those of the machines of a vApp's.</summary>
    public static IEnumerable<JsonNode> MachinesOf(JsonNode replication) => replication["vmReplications"] is JsonArray machines ? machines.Select(m => m!) : [replication];

    /// <summary>Goes back to the situation.</summary>
    public Task BackAsync() => _stage.ControlAsync(HttpMethod.Post, $"snapshots/{Snapshot}/restore");

    /// <summary>The replication as it is told; null when there is none.</summary>
    public async Task<string?> PictureAsync() => await Client.GetAsync(Path) is { Status: 200 } reply ? reply.Body!.ToJsonString() : null;

    /// <summary>Makes a call.</summary>
    public Task<VcdaReply> CallAsync(string operation) => operation switch
    {
        "failover" or "failover-test" or "migrate" => Client.PostAsync($"{Path}/{operation}", new JsonObject { ["type"] = "vcloud", ["powerOn"] = true }),
        "cleanup" => Client.DeleteAsync($"{Path}/failover-test"),
        "reconfigure" => Client.PatchAsync(Path, new JsonObject { ["rpo"] = 60 }),
        "storage-profile" => Client.PostAsync($"{Path}/{operation}", new JsonObject { ["storageProfileId"] = _storageProfile }),
        "chown" => Client.PatchAsync($"{Path}/chown", new JsonObject { ["owner"] = "orgB@cloud-b" }),
        "stop" => Client.DeleteAsync(Path),
        _ => Client.PostAsync($"{Path}/{operation}"),
    };

    /// <summary>Lets time pass until a task has ended, as its caller sees it.</summary>
    public Task<VcdaReply> EndAsync(VcdaReply task) => EndAsync(task.Body!);

    /// <inheritdoc cref="EndAsync(VcdaReply)"/>
    public async Task<VcdaReply> EndAsync(JsonNode task)
    {
        await _stage.AdvanceAsync(LongEnough);
        return await Client.GetAsync($"/tasks/{(string?)task["id"]}");
    }

    /// <summary>The replication of one of the vApp's machines, for calls about it alone; lives as long as this one.</summary>
    public LifeCycle OfMachine(string id) => new(_stage, ofVapp: false) { Path = $"/vm-replications/{id}", _storageProfile = _storageProfile };

    /// <summary>Orders something of a task at the control port.</summary>
    public Task OrderAsync(VcdaReply task, string order, JsonObject body) => _stage.ControlAsync(HttpMethod.Post, $"tasks/{(string?)task["id"]}/{order}", body);

    /// <summary>Cuts the link between the clouds, or mends it; and a moment passes.</summary>
    public async Task SetLinkAsync(bool up)
    {
        await _stage.SetLinkAsync(up);
        await _stage.AdvanceAsync("10ms");
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    private async Task BringAsync(string situation)
    {
        await _stage.SetBandwidthAsync(situation == "initial" ? "40MB/s" : null);
        VcdaReply started = await Client.PostAsync(_ofVapp ? "/vapp-replications" : "/vm-replications", await StartBodyAsync(situation));
        Path = $"{(_ofVapp ? "/vapp-replications" : "/vm-replications")}/{(string?)started["workflowInfo"]!["resourceId"]}";
        await _stage.AdvanceAsync(situation is "initial" or "waiting" ? "1m" : LongEnough);
        string[] way = situation switch
        {
            "paused" => ["pause"],
            "test" => ["failover-test"],
            "paused test" => ["pause", "failover-test"],
            "complete" or "cut complete" => ["failover"],
            "reversed" => ["failover", "reverse"],
            "stopped" => ["stop"],
            _ => [],
        };
        foreach (string operation in way)
        {
            VcdaReply ended = await EndAsync(await CallAsync(operation));
            Assert.Equal("SUCCEEDED", (string?)ended["state"]);
        }

        if (situation != "stopped")
        {
            JsonNode destination = (await Client.GetAsync(Path))["destination"]!;
            _storageProfile = (string)(await Client.GetAsync(
                $"/inventory/vdcs/{(string?)destination["vdcId"]}/storage-profiles?site={(string?)destination["site"]}")).Items[1]!["id"]!;
        }

        await ChangeAsync(situation);
    }

    private async Task<JsonObject> StartBodyAsync(string situation)
    {
        JsonObject body = _stage.StartBody();
        if (_ofVapp)
        {
            body["source"] = new JsonObject
            {
                ["type"] = "vapp", ["site"] = "cloud-a", ["vappId"] = (string?)(await Client.GetAsync("/inventory/vapps?name=web")).Items[0]!["id"],
            };
        }

        if (situation == "waiting")
        {
            body["initialSyncTime"] = (Simulator.StartTime + TimeSpan.FromHours(10)).ToUnixTimeMilliseconds();
        }

        return body;
    }

    // What is not done by a call that has ended.
    private async Task ChangeAsync(string situation)
    {
        switch (situation)
        {
            case "cut" or "cut complete":
                await _stage.SetLinkAsync(up: false);
                await _stage.AdvanceAsync("1m");
                break;
            case "off":
                foreach (JsonNode? machine in (await Client.GetAsync("/inventory/vms")).Items.Where(m => (string?)m!["vappName"] == "web"))
                {
                    await _stage.ControlAsync(HttpMethod.Patch, $"clouds/cloud-a/machines/{(string?)machine!["id"]}", new() { ["poweredOn"] = false });
                }

                await _stage.AdvanceAsync("1m");
                break;
            case "syncing":
                Assert.Equal("RUNNING", (string?)(await CallAsync("sync"))["state"]);
                break;
            case "busy":
                Assert.Equal("RUNNING", (string?)(await CallAsync("failover-test"))["state"]);
                break;
        }
    }
}
