using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Commands;

public class ClientCommandTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    [Fact]
    public async Task Status_shows_everything_at_a_glance()
    {
        string text = await RunAsync("status");
        Assert.Contains("lab              two-sites, seed 42, began 2025-01-15T12:00:00.000Z", text, StringComparison.Ordinal);
        Assert.Contains("administrator@sim.local: ", text, StringComparison.Ordinal);
        Assert.Contains("vasaProvider-6  ARRAY-E1", text, StringComparison.Ordinal);
        Assert.Contains("fd-b1    fd-e1    down", text, StringComparison.Ordinal);

        JsonNode json = JsonNode.Parse(await RunAsync("status", "--format", "json"))!;
        Assert.Equal(6, json["providers"]!.AsArray().Count);
        Assert.Equal("two-sites", (string?)json["info"]!["lab"]);
    }

    [Fact]
    public async Task The_clock_is_shown_advanced_resumed_and_frozen()
    {
        await simulator.ResetAsync();
        Assert.Equal("2025-01-15T12:00:00.000Z  frozen", (await RunAsync("clock", "show")).Trim());
        Assert.Equal("2025-01-15T13:00:00.000Z  frozen", (await RunAsync("clock", "advance", "1h")).Trim());
        Assert.EndsWith("  x60", (await RunAsync("clock", "resume", "--scale", "60")).Trim(), StringComparison.Ordinal);
        Assert.EndsWith("  frozen (x60 when resumed)", (await RunAsync("clock", "freeze")).Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_shown_and_set()
    {
        await simulator.ResetAsync();

        await RunAsync("link", "set", "fd-a1", "fd-b1", "--down", "--lag", "4m", "--bandwidth", "50MB/s");
        JsonNode link = JsonNode.Parse(await RunAsync("link", "show", "fd-a1", "fd-b1", "--format", "json"))!;
        Assert.False((bool)link["up"]!);
        Assert.Equal("4m", (string?)link["lag"]);
        Assert.Equal("50MB/s", (string?)link["bandwidth"]);

        await RunAsync("link", "set", "fd-a1", "fd-b1", "--up", "--bandwidth", "none");
        Assert.Matches(@"fd-a1 +fd-b1 +up +4m +unlimited +1", await RunAsync("link", "ls"));
    }

    [Fact]
    public async Task A_provider_is_shown_and_set()
    {
        await simulator.ResetAsync();

        await RunAsync(
            "provider", "set", "vasaProvider-3", "--status", "offline", "--busy", "--out-of-resource", "true", "--max-batch-size", "3",
            "--not-implemented", "SyncReplicationGroup_Task,QueryActiveAlarm", "--reverse-ids", "keep", "--force-supported", "false");

        JsonNode provider = JsonNode.Parse(await RunAsync("provider", "show", "vasaProvider-3", "--format", "json"))!;
        Assert.Equal("offline", (string?)provider["status"]);
        Assert.True((bool)provider["busy"]!);
        Assert.Equal(3, (int)provider["maxBatchSize"]!["enforced"]!);
        Assert.Equal(2, provider["notImplemented"]!.AsArray().Count);
        Assert.Matches("vasaProvider-3 .* offline .*busy, out of resource, 2 methods not implemented", await RunAsync("provider", "ls"));

        await RunAsync("provider", "set", "vasaProvider-3", "--busy", "false", "--not-implemented", "none", "--max-batch-size", "none");
        string text = await RunAsync("provider", "show", "vasaProvider-3");
        Assert.Contains("busy             no", text, StringComparison.Ordinal);
        Assert.Contains("declared none, enforced none, reported none", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_is_shown_held_moved_slowed_and_released()
    {
        await simulator.ResetAsync();
        string id = await simulator.StartSyncAsync();

        await RunAsync("tasks", "hold", id, "--at", "40", "--for", "5m");
        await RunAsync("clock", "advance", "1m");
        Assert.Matches($@"{id} +SyncReplicationGroup_Task +vasaProvider-3 +running +40 % +\S+ +2025-01-15T12:05:01.000Z +held", await RunAsync("tasks", "ls"));

        await RunAsync("tasks", "step", id, "60");
        await RunAsync("tasks", "slow", id, "2.5");
        string held = await RunAsync("tasks", "show", id);
        Assert.Contains("groups           fd-b1/rg-01-t", held, StringComparison.Ordinal);
        Assert.Contains("progress         60 %", held, StringComparison.Ordinal);
        Assert.Contains("due              -", held, StringComparison.Ordinal);

        JsonNode released = JsonNode.Parse(await RunAsync("tasks", "release", id, "--format", "json"))!;
        Assert.Equal("2025-01-15T12:01:01.000Z", (string?)released["due"]);
    }

    [Fact]
    public async Task A_task_is_failed_completed_and_forgotten()
    {
        await simulator.ResetAsync();
        string failed = await simulator.StartSyncAsync();
        Assert.Contains(
            "error            TooMany: Four at most.",
            await RunAsync("tasks", "fail", failed, """{"type":"TooMany","maxBatchSize":4,"message":"Four at most."}"""),
            StringComparison.Ordinal);

        string onTheWay = await simulator.StartSyncAsync();
        Assert.Contains("due              2025-01-15T12:00:00.800Z", await RunAsync("tasks", "fail", onTheWay, "ProviderBusy", "--at", "80"), StringComparison.Ordinal);
        Assert.Contains("state            success", await RunAsync("tasks", "complete", onTheWay), StringComparison.Ordinal);
        Assert.Contains("trouble          forgotten", await RunAsync("tasks", "forget", onTheWay), StringComparison.Ordinal);
        Assert.Matches($@"{failed} .* error .* TooMany", await RunAsync("tasks", "ls"));
    }

    [Fact]
    public async Task A_reset_says_what_it_dropped()
    {
        await simulator.ResetAsync();
        Assert.Matches(@"Reset in \d+ ms; 17 groups and 0 tasks were dropped\.", await RunAsync("state", "reset"));
        await simulator.ResetAsync();
    }

    [Fact]
    public async Task Groups_are_listed_shown_and_set()
    {
        await simulator.ResetAsync();

        await RunAsync("groups", "set", "fd-b1", "rg-01-t", "--label", "tier=gold", "--label", "app=a=b", "--name", "Mail", "--description", "none");
        await RunAsync("groups", "set", "fd-b1", "rg-01-t", "--unlabel", "tier", "--label", "owner=me", "--promote-capable", "false", "--auto-reverse", "true", "--change-rate", "2MB/s");

        JsonNode group = JsonNode.Parse(await RunAsync("groups", "show", "fd-b1", "rg-01-t", "--format", "json"))!;
        Assert.Equal("""{"app":"a=b","owner":"me"}""", group["labels"]!.ToJsonString());
        Assert.Equal("Mail", (string?)group["name"]);
        Assert.False((bool)group["promoteCapable"]!);
        Assert.True((bool)group["autoReverse"]!);
        Assert.Equal("2MB/s", (string?)group["changeRate"]);
        string list = await RunAsync("groups", "ls", "--label", "app=a=b", "--label", "owner", "--state", "TARGET", "--fault-domain", "fd-b1");
        Assert.Equal(2, list.TrimEnd().Split('\n').Length);
        Assert.Matches(@"fd-b1 +rg-01-t +Mail +TARGET +fd-a1/rg-01 +\d+ +\d+ +app=a=b, owner=me +-", list);
        Assert.Equal(18, (await RunAsync("groups", "ls")).TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task The_state_of_a_group_is_set_by_the_laws_or_by_force()
    {
        await simulator.ResetAsync();

        Assert.Matches("state +SOURCE .prepared", await RunAsync("groups", "set", "fd-a1", "rg-01", "--prepared"));
        string shown = await RunAsync("groups", "set", "fd-b1", "rg-01-t", "--state", "INTEST");
        Assert.Matches("recovery +2025-01-15T12:00:00.000Z, replica pit-", shown);
        Assert.Matches("state +SOURCE", await RunAsync("groups", "set", "fd-b1", "rg-01-t", "--state", "SOURCE", "--force"));
    }

    [Fact]
    public async Task Replicas_are_listed_made_and_expired()
    {
        await simulator.ResetAsync();

        string made = await RunAsync("groups", "replicas", "fd-b1", "rg-01-t", "--make", "x y");
        Assert.Matches(@"pit-\d+ +x y +2025-01-15T12:00:00.000Z +sync +made", made);
        JsonNode list = JsonNode.Parse(await RunAsync("groups", "replicas", "fd-b1", "rg-01-t", "--limit", "1", "--format", "json"))!;
        string id = (string)Assert.Single(list["replicas"]!.AsArray())!["id"]!;
        Assert.Contains(id, await RunAsync("groups", "replicas", "fd-b1", "rg-01-t", "--expire", id), StringComparison.Ordinal);
        Assert.DoesNotContain("x y", await RunAsync("groups", "replicas", "fd-b1", "rg-01-t"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_world_is_kept_restored_and_forgotten()
    {
        await simulator.ResetAsync();

        Assert.Matches(@"before +2025-01-15T12:00:00.000Z +\d{4}-\S+Z +17 +0", await RunAsync("state", "snapshot", "before"));
        Assert.Contains("snapshot-1", await RunAsync("state", "snapshot"), StringComparison.Ordinal);
        await RunAsync("clock", "advance", "1h");
        string restored = await RunAsync("state", "restore", "before");
        Assert.Matches(@"Restored 'before' in \d+ ms; it has 17 groups and 0 tasks\.", restored);
        Assert.Contains("clock  2025-01-15T12:00:00.000Z  frozen", restored, StringComparison.Ordinal);
        await RunAsync("state", "forget", "snapshot-1");
        Assert.Single(JsonNode.Parse(await RunAsync("state", "snapshots", "--format", "json"))!["snapshots"]!.AsArray());
        await RunAsync("state", "forget", "before");
    }

    [Fact]
    public async Task Wait_ends_at_once_when_it_is_ready() => Assert.Empty(await RunAsync("wait", "--timeout", "0"));

    [Theory]
    [InlineData("There is no fault domain or cloud 'fd-x'.", "link", "show", "fd-a1", "fd-x")]
    [InlineData("lag: \"soon\" is not legal; it must be a number with ms, s, m, h or d", "link", "set", "fd-a1", "fd-b1", "--lag", "soon")]
    [InlineData("maxBatchSize: \"many\" is not legal", "provider", "set", "vasaProvider-1", "--max-batch-size", "many")]
    [InlineData("Nothing to change", "link", "set", "fd-a1", "fd-b1")]
    [InlineData("--down and --up exclude each other", "link", "set", "fd-a1", "fd-b1", "--up", "--down")]
    [InlineData("by: \"1x\" is not legal", "clock", "advance", "1x")]
    [InlineData("legal: INTEST, FAILEDOVER", "groups", "set", "fd-n1", "rg-02-n", "--state", "SOURCE")]
    [InlineData("state: 'TARGT' is not legal \u2013 did you mean TARGET?", "groups", "ls", "--state", "TARGT")]
    [InlineData("--label: 'tier' is not legal", "groups", "set", "fd-a1", "rg-01", "--label", "tier")]
    [InlineData("Nothing to change", "groups", "set", "fd-a1", "rg-01", "--force")]
    [InlineData("--make and --expire exclude each other", "groups", "replicas", "fd-a1", "rg-01", "--make", "x", "--expire", "y")]
    [InlineData("There is no snapshot 'none'.", "state", "restore", "none")]
    [InlineData("--format: 'xml' is not legal; it must be table or json", "status", "--format", "xml")]
    [InlineData("There is no task 'smsTask-99'", "tasks", "hold", "smsTask-99")]
    [InlineData("FAULT begins like JSON but is none", "tasks", "fail", "smsTask-99", "{")]
    [InlineData("'clok' was not matched. Did you mean", "clok")]
    public async Task What_is_refused_is_wrong_usage(string message, params string[] arguments)
    {
        (int code, string output, string error) = await InProcess.RunAsync(arguments, ("VASASIM_URL", simulator.Address.AbsoluteUri));

        Assert.Equal(ExitCode.Usage, code);
        Assert.Empty(output);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        (int code, string output, string error) = await InProcess.RunAsync(arguments, ("VASASIM_URL", simulator.Address.AbsoluteUri));
        Assert.True(code == ExitCode.Ok, $"{code}: {error}");
        Assert.Empty(error);
        return output;
    }
}
