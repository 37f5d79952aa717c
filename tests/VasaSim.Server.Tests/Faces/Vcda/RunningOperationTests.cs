using System.Text.Json.Nodes;
using VasaSim.Core.Lab;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>What a replication says of itself while something is on its way. Time stands still between two looks.</summary>
public sealed class RunningOperationTests
{
    private const long Disk = 40L << 30;
    private const long ByteRate = 1_000_000;
    private static readonly long _start = Simulator.StartTime.ToUnixTimeMilliseconds();

    [Theory]
    [InlineData("running", "sync", "N:SYNCING", "N:OK")]
    [InlineData("test", "sync", "T:SYNCING", "T:OK")]
    [InlineData("waiting", "sync", "N:INITIAL_SYNCING", "N:OK")]
    [InlineData("off", "sync", "N:SYNCING", "N:POWERED_OFF")]
    [InlineData("running", "pause", "N:OK", "Np:PAUSED")]
    [InlineData("paused", "resume", "Np:PAUSED", "N:OK")]
    [InlineData("running", "failover", "I:OK", "C:FINISHED")]
    [InlineData("paused", "failover", "Ip:PAUSED", "C:FINISHED")]
    [InlineData("cut", "failover", "I:ERROR", "C:FINISHED")]
    [InlineData("off", "failover", "I:POWERED_OFF", "C:FINISHED")]
    [InlineData("running", "failover-test", "I:OK", "T:OK")]
    [InlineData("test", "cleanup", "T:OK", "N:OK")]
    [InlineData("running", "migrate", "I:SYNCING", "C:FINISHED")]
    [InlineData("initial", "migrate", "I:INITIAL_SYNCING", "C:FINISHED")]
    [InlineData("waiting", "migrate", "I:INITIAL_SYNCING", "C:FINISHED")]
    [InlineData("paused", "migrate", "Ip:SYNCING", "C:FINISHED")]
    [InlineData("test", "migrate", "I:SYNCING", "C:FINISHED")]
    [InlineData("complete", "reverse", "C:FINISHED", "Nr:OK")]
    [InlineData("running", "reconfigure", "N:OK", "N:OK")]
    [InlineData("running", "storage-profile", "N:OK", "N:OK")]
    [InlineData("running", "stop", "N:OK", "gone")]
    public async Task A_replication_tells_what_is_being_done_to_it(string situation, string operation, string during, string after)
    {
        foreach (bool ofVapp in new[] { false, true })
        {
            await using LifeCycle life = await LifeCycle.BringAsync(situation, ofVapp, new CloudKnobs());
            JsonNode before = await LookAsync(life);

            VcdaReply task = await life.CallAsync(operation);

            Assert.Equal(("RUNNING", 0, -1L), ((string?)task["state"], (int)task["progress"]!, (long)task["endTime"]!));
            JsonNode running = await LookAsync(life);
            Assert.Equal(during, LifeCycle.StateOf(running));
            Assert.All(LifeCycle.MachinesOf(running), m =>
            {
                bool transfers = during.EndsWith("SYNCING", StringComparison.Ordinal);
                Assert.Equal(transfers, m["sourceState"]!["progress"] is not null);
                Assert.Equal(transfers, (string?)m["sourceState"]!["state"] == "syncing");
                // That of an initial sync began before.
                Assert.Equal(transfers && situation != "initial", (long)m["sourceState"]!["stateAge"]! == 0);
            });
            // Nothing is told of what is not done yet.
            Assert.Equal(Ids(before), Ids(running));
            Assert.Equal((long)before["lastUpdated"]!, (long)running["lastUpdated"]!);

            VcdaReply ended = await life.EndAsync(task);
            Assert.Equal("SUCCEEDED", (string?)ended["state"]);
            Assert.Equal(after, ended["result"] is { } result ? LifeCycle.StateOf(result) : "gone");
            if (after != "gone")
            {
                DocumentedFields.Check(ended["result"]!);
                JsonNode now = await LookAsync(life);
                Assert.Equal((long)ended["endTime"]!, (long)now["lastUpdated"]!);
                Assert.Equal(after[0] is 'T' or 'C', Ids(now).All(id => id is not null));
            }
        }
    }

    [Fact]
    public async Task The_initial_sync_shows_the_bytes_that_have_come()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync(o => o with { Workspace = o.Workspace with { InstantTasks = false } });
        await stage.SetBandwidthAsync("1MB/s");
        string path = await StartAsync(stage, stage.StartBody());

        AssertProgress(await LookAsync(stage, path), "INITIAL_SYNCING", Disk, 0);
        await stage.AdvanceAsync("1000s");
        JsonNode later = await LookAsync(stage, path);
        AssertProgress(later, "INITIAL_SYNCING", Disk, 1_000_000_000);
        Assert.Equal(("syncing", 1_000_000), ((string?)later["sourceState"]!["state"], (long)later["sourceState"]!["stateAge"]!));
        Assert.Equal("fullsync", (string?)later["destinationState"]!["state"]);
        Assert.Null(later["destinationState"]!["latestInstance"]);
        await stage.AdvanceAsync("1ms");
        AssertProgress(await LookAsync(stage, path), "INITIAL_SYNCING", Disk, 1_000_001_000);

        await stage.SetLinkAsync(up: false);
        JsonNode cut = await LookAsync(stage, path);
        Assert.Equal(("ERROR", "RED", "GeneralServerFailure"), ((string?)cut["dataConnectionState"], (string?)cut["overallHealth"], (string?)cut["destinationState"]!["lastError"]!["code"]));
        Assert.Null(cut["sourceState"]!["progress"]);
        await stage.AdvanceAsync("1h");
        await stage.SetLinkAsync(up: true);
        AssertProgress(await LookAsync(stage, path), "INITIAL_SYNCING", Disk, 1_000_001_000);

        // 41949.671960 seconds are left; a transfer takes whole milliseconds.
        await stage.AdvanceAsync("41949s");
        AssertProgress(await LookAsync(stage, path), "INITIAL_SYNCING", Disk, Disk - 671_960);
        await stage.AdvanceAsync("1s");
        // It took longer than the RPO, so that what was written since it went on follows at once.
        JsonNode done = await LookAsync(stage, path);
        AssertProgress(done, "SYNCING", 41_949_671 * 200L, 328_000);
        Assert.Equal("lwd", (string?)done["destinationState"]!["state"]);
        JsonNode instance = done["destinationState"]!["latestInstance"]!;
        Assert.Equal((1, Disk), ((long)instance["sequenceNumber"]!, (long)instance["transferBytes"]!));
        Assert.Equal(_start + 1000 + 1_000_001 + 3_600_000, (long)instance["timestamp"]!);
    }

    [Fact]
    public async Task An_initial_sync_of_later_waits_for_the_clock()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync(o => o with { Workspace = o.Workspace with { InstantTasks = false } });
        await stage.SetBandwidthAsync("1MB/s");
        JsonObject body = stage.StartBody();
        long time = _start + 36_000_000;
        body["initialSyncTime"] = time;
        string path = await StartAsync(stage, body);

        await stage.AdvanceAsync("35998999ms");
        JsonNode waiting = await LookAsync(stage, path);
        Assert.Equal(("UNKNOWN", "none", "idle"), StatesOf(waiting));
        Assert.Equal(time, (long)waiting["settings"]!["initialSyncTime"]!);
        Assert.Null(waiting["sourceState"]!["progress"]);
        Assert.Equal(0, (int)waiting["destinationState"]!["currentRpoViolation"]!);

        await stage.AdvanceAsync("1ms");
        JsonNode begun = await LookAsync(stage, path);
        Assert.Equal(("INITIAL_SYNCING", "syncing", "fullsync"), StatesOf(begun));
        AssertProgress(begun, "INITIAL_SYNCING", Disk, 0);
        await stage.AdvanceAsync("10s");
        AssertProgress(await LookAsync(stage, path), "INITIAL_SYNCING", Disk, 10_000_000);
    }

    [Fact]
    public async Task A_sync_shows_how_far_it_is()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync(o => o with { Workspace = o.Workspace with { InstantTasks = false } });
        await stage.SetBandwidthAsync(null);
        string path = await StartAsync(stage, stage.StartBody());
        await stage.SetBandwidthAsync("1MB/s");
        await stage.AdvanceAsync("10m");

        // In ten minutes 120 MB were written. They take two minutes, the task's own second not counted.
        VcdaReply task = await stage.Client.PostAsync($"{path}/sync");
        JsonNode begun = await LookAsync(stage, path);
        Assert.Equal(("SYNCING", "syncing", "lwd"), StatesOf(begun));
        AssertProgress(begun, "SYNCING", 120_000_000, 0);
        await stage.AdvanceAsync("60500ms");
        JsonNode half = await LookAsync(stage, path);
        AssertProgress(half, "SYNCING", 120_000_000, 60_000_000);
        Assert.Equal(60_500, (long)half["sourceState"]!["stateAge"]!);
        Assert.Equal(1, (long)half["destinationState"]!["latestInstance"]!["sequenceNumber"]!);
        Assert.Equal(50, (int)(await stage.Client.GetAsync($"/tasks/{(string?)task["id"]}"))["progress"]!);
        await stage.AdvanceAsync("60500ms");
        JsonNode done = await LookAsync(stage, path);
        Assert.Equal(("OK", "idle", "opened"), StatesOf(done));
        JsonNode instance = done["destinationState"]!["latestInstance"]!;
        Assert.Equal((2, 120_000_000), ((long)instance["sequenceNumber"]!, (long)instance["transferBytes"]!));
        Assert.Equal((long)task["startTime"]!, (long)instance["timestamp"]!);
    }

    [Theory]
    [InlineData("running", "sync", "N:SYNCING")]
    [InlineData("running", "failover", "I:OK")]
    [InlineData("running", "failover-test", "I:OK")]
    [InlineData("running", "migrate", "I:SYNCING")]
    [InlineData("test", "migrate", "I:SYNCING")]
    [InlineData("paused", "migrate", "Ip:SYNCING")]
    public async Task An_operation_that_hangs_is_in_progress_and_one_that_fails_leaves_no_trace(string situation, string operation, string during)
    {
        foreach (bool ofVapp in new[] { false, true })
        {
            await using LifeCycle life = await LifeCycle.BringAsync(situation, ofVapp, new CloudKnobs());
            string before = LifeCycle.StateOf(await LookAsync(life));
            string[] machines = await MachinesAsync(life);
            VcdaReply task = await life.CallAsync(operation);
            await life.OrderAsync(task, "hold", new() { ["at"] = 40 });

            VcdaReply held = await life.EndAsync(task);

            Assert.Equal(("RUNNING", 40), ((string?)held["state"], (int)held["progress"]!));
            Assert.Equal(during, LifeCycle.StateOf(await LookAsync(life)));
            await life.OrderAsync(task, "fail", new() { ["fault"] = "GeneralServerFailure" });
            Assert.Equal("FAILED", (string?)(await life.Client.GetAsync($"/tasks/{(string?)task["id"]}"))["state"]);
            await life.EndAsync(task);
            Assert.Equal(before, LifeCycle.StateOf(await LookAsync(life)));
            // The machines are those that there were, and run as they did.
            Assert.Equal(machines, await MachinesAsync(life));
        }
    }

    [Fact]
    public async Task A_sync_whose_link_breaks_gets_no_further_and_fails_at_its_end()
    {
        await using LifeCycle life = await LifeCycle.BringAsync("syncing", ofVapp: false, new CloudKnobs());
        JsonNode syncing = await LookAsync(life);
        Assert.Equal("N:SYNCING", LifeCycle.StateOf(syncing));

        await life.SetLinkAsync(up: false);

        JsonNode cut = await LookAsync(life);
        Assert.Equal(("ERROR", "error", "unknown"), StatesOf(cut));
        Assert.Null(cut["sourceState"]!["progress"]);
        await life.SetLinkAsync(up: true);
        VcdaReply task = await life.EndAsync((await life.Client.GetAsync("/tasks?state=RUNNING")).Items[0]!);
        Assert.Equal(("FAILED", "GeneralServerFailure"), ((string?)task["state"], (string?)task["error"]!["code"]));
        Assert.Equal("N:OK", LifeCycle.StateOf(await LookAsync(life)));
    }

    // The start's task, which takes a second, has just ended.
    private static async Task<string> StartAsync(VcdaStage stage, JsonObject body)
    {
        VcdaReply task = await stage.Client.PostAsync("/vm-replications", body);
        Assert.Equal(404, (await stage.Client.GetAsync($"/vm-replications/{(string?)task["workflowInfo"]!["resourceId"]}")).Status);
        await stage.AdvanceAsync("1s");
        return $"/vm-replications/{(string?)task["workflowInfo"]!["resourceId"]}";
    }

    // Those of both clouds.
    private static async Task<string[]> MachinesAsync(LifeCycle life) =>
    [
        .. (await life.Client.GetAsync("/inventory/vms")).Items.Select(m => m!.ToJsonString()),
        .. (await life.Client.GetAsync("/inventory/vms?site=cloud-b")).Items.Select(m => m!.ToJsonString()),
    ];

    private static Task<JsonNode> LookAsync(LifeCycle life) => LookAsync(life.Client, life.Path);

    private static Task<JsonNode> LookAsync(VcdaStage stage, string path) => LookAsync(stage.Client, path);

    private static async Task<JsonNode> LookAsync(VcdaClient client, string path)
    {
        JsonNode replication = (await client.GetAsync(path)).Body!;
        DocumentedFields.Check(replication);
        JsonNode listed = Assert.Single((await client.GetAsync($"/{path.Split('/')[1]}?ids={(string?)replication["id"]}")).Items)!;
        Assert.Equal(replication.ToJsonString(), listed.ToJsonString());
        return replication;
    }

    private static void AssertProgress(JsonNode replication, string state, long total, long transferred)
    {
        JsonNode progress = replication["sourceState"]!["progress"]!;
        Assert.Equal(
            (state, total, (int)(100 * transferred / total)),
            ((string?)replication["dataConnectionState"], (long)progress["bytesToTransfer"]!, (int)progress["progress"]!));
        // What comes in a millisecond more or less.
        Assert.InRange((long)progress["bytesTransferred"]!, transferred - ByteRate / 1000, transferred + ByteRate / 1000);
    }

    private static (string?, string?, string?) StatesOf(JsonNode replication) =>
        ((string?)replication["dataConnectionState"], (string?)replication["sourceState"]!["state"], (string?)replication["destinationState"]!["state"]);

    // Of what was recovered.
    private static string?[] Ids(JsonNode replication) =>
    [
        (string?)replication["destination"]!["recoveredVappId"],
        .. LifeCycle.MachinesOf(replication).SelectMany(m => new[] { "vAppId", "vcdVmId" }.Select(id => (string?)m["destinationState"]!["recoveryInfo"]![id])),
    ];
}
