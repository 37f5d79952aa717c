using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Control;

public class SnapshotTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    private const string Snapshots = "/_sim/v1/snapshots";
    private const string Group = "/_sim/v1/groups/fd-b1/rg-01-t";

    [Fact]
    public async Task A_restore_brings_everything_back_with_its_time()
    {
        await NewAsync();
        await simulator.SendAsync(HttpMethod.Post, "/_sim/v1/clock/advance", """{"by":"90m"}""");
        await simulator.SendAsync(HttpMethod.Post, Group + "/replicas", """{"name":"kept"}""");
        string before = await PictureAsync();
        JsonObject made = await simulator.SendAsync(HttpMethod.Post, Snapshots, """{"name":"before"}""");
        Assert.Equal("before", (string?)made["name"]);
        Assert.Equal("2025-01-15T13:30:00.000Z", (string?)made["time"]);
        Assert.Equal(17, (int)made["groups"]!);
        Assert.NotNull((string?)made["created"]);

        await simulator.SendAsync(HttpMethod.Patch, Group, """{"state":"FAILEDOVER","labels":{"tier":"gold"}}""");
        await simulator.SendAsync(HttpMethod.Patch, "/_sim/v1/links/fd-n1/fd-b1", """{"lag":"4m"}""");
        await simulator.SendAsync(HttpMethod.Post, Group.Replace("rg-01-t", "rg-02-t", StringComparison.Ordinal) + "/replicas", """{"name":"lost"}""");
        await simulator.SendAsync(HttpMethod.Post, "/_sim/v1/clock/advance", """{"by":"1d"}""");
        await simulator.SendAsync(HttpMethod.Post, "/_sim/v1/clock/resume", """{"scale":60}""");
        JsonObject restored = await simulator.SendAsync(HttpMethod.Post, Snapshots + "/before/restore");

        Assert.Equal("before", (string?)restored["snapshot"]!["name"]);
        Assert.Equal("2025-01-15T13:30:00.000Z", (string?)restored["clock"]!["now"]);
        Assert.True((bool)restored["clock"]!["frozen"]!);
        Assert.Equal(before, await PictureAsync());

        // The world goes on from there, and once more.
        await simulator.SendAsync(HttpMethod.Post, "/_sim/v1/clock/advance", """{"by":"1h"}""");
        Assert.NotEqual(before, await PictureAsync());
        await simulator.SendAsync(HttpMethod.Post, Snapshots + "/before/restore");
        Assert.Equal(before, await PictureAsync());
    }

    [Fact]
    public async Task Snapshots_are_listed_named_and_forgotten()
    {
        await NewAsync();
        await simulator.SendAsync(HttpMethod.Post, Snapshots, """{"name":"snapshot-2"}""");

        Assert.Equal("snapshot-1", (string?)(await simulator.SendAsync(HttpMethod.Post, Snapshots))["name"]);
        Assert.Equal("snapshot-3", (string?)(await simulator.SendAsync(HttpMethod.Post, Snapshots, "{}"))["name"]);
        Assert.Equal(["snapshot-1", "snapshot-2", "snapshot-3"], await NamesAsync());

        Assert.Equal("snapshot-2", (string?)(await simulator.SendAsync(HttpMethod.Delete, Snapshots + "/SNAPSHOT-2"))["name"]);
        Assert.Equal(["snapshot-1", "snapshot-3"], await NamesAsync());
        foreach ((HttpMethod method, string path) in new[] { (HttpMethod.Delete, "/snapshot-2"), (HttpMethod.Post, "/snapshot-2/restore") })
        {
            JsonObject problem = await simulator.RefusedAsync(HttpStatusCode.NotFound, method, Snapshots + path);
            Assert.Equal(["snapshot-1", "snapshot-3"], problem["legal"]!.AsArray().Select(l => (string)l!));
        }
    }

    [Fact]
    public async Task A_name_is_there_once_in_whatever_case()
    {
        await NewAsync();
        await simulator.SendAsync(HttpMethod.Post, Snapshots, """{"name":"one"}""");

        await simulator.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Post, Snapshots, """{"name":"ONE"}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".hidden")]
    [InlineData("../world")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_name_that_is_none_is_a_problem(string name)
    {
        JsonObject problem = await simulator.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, Snapshots, new JsonObject { ["name"] = name }.ToJsonString());

        Assert.Equal("/name", (string?)problem["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task There_are_a_hundred_at_most()
    {
        await NewAsync();
        for (int i = 0; i < 100; i++)
        {
            await simulator.SendAsync(HttpMethod.Post, Snapshots);
        }

        await simulator.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Post, Snapshots);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_a_data_directory_snapshots_survive_the_program(bool killed)
    {
        using TempDirectory data = new();
        string[] arguments = ["--data", data.Path, "--tls", "off", "--clock", "frozen", "--start-time", RunningSimulator.StartTime];
        using (ProgramProcess program = ProgramProcess.Start(arguments))
        using (HttpClient control = new() { BaseAddress = (await program.ReadyAsync()).Control })
        {
            await OkAsync(control, HttpMethod.Post, "/_sim/v1/clock/advance", """{"by":"1h"}""");
            await OkAsync(control, HttpMethod.Post, Snapshots, """{"name":"kept"}""");
            await OkAsync(control, HttpMethod.Patch, Group, """{"state":"FAILEDOVER"}""");
            await OkAsync(control, HttpMethod.Post, "/_sim/v1/clock/advance", """{"by":"1h"}""");
            if (killed)
            {
                await program.KillAsync();
            }
            else
            {
                await program.StopAsync();
            }
        }

        await File.WriteAllTextAsync(data.File("snapshots/broken.db"), "no world", TestContext.Current.CancellationToken);
        using (ProgramProcess program = ProgramProcess.Start(arguments[..4]))
        using (HttpClient control = new() { BaseAddress = (await program.ReadyAsync()).Control })
        {
            JsonArray list = (await OkAsync(control, HttpMethod.Get, Snapshots))["snapshots"]!.AsArray();
            Assert.Equal(["broken", "kept"], list.Select(s => (string?)s!["name"]));
            Assert.Contains("not an SQLite database", (string?)list[0]!["problem"], StringComparison.Ordinal);
            Assert.Equal("2025-01-15T13:00:00.000Z", (string?)list[1]!["time"]);
            Assert.Equal(HttpStatusCode.Conflict, (await control.PostAsync(Snapshots + "/broken/restore", null, TestContext.Current.CancellationToken)).StatusCode);

            await OkAsync(control, HttpMethod.Post, Snapshots + "/kept/restore");
            await program.KillAsync();
        }

        // What was restored is what is stored.
        using (ProgramProcess program = ProgramProcess.Start(arguments[..4]))
        using (HttpClient control = new() { BaseAddress = (await program.ReadyAsync()).Control })
        {
            Assert.Equal("TARGET", (string?)(await OkAsync(control, HttpMethod.Get, Group))["state"]);
            Assert.Equal("2025-01-15T13:00:00.000Z", (string?)(await OkAsync(control, HttpMethod.Get, "/_sim/v1/clock"))["now"]);
            await OkAsync(control, HttpMethod.Delete, Snapshots + "/kept");
            await OkAsync(control, HttpMethod.Delete, Snapshots + "/broken");
            Assert.Empty(Directory.GetFiles(data.File("snapshots")));
        }
    }

    private static async Task<JsonObject> OkAsync(HttpClient control, HttpMethod method, string path, string? json = null)
    {
        using HttpRequestMessage request = new(method, path);
        request.Content = json is null ? null : new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await control.SendAsync(request, TestContext.Current.CancellationToken);
        JsonObject body = (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {body}");
        return body;
    }

    private async Task NewAsync()
    {
        await simulator.ResetAsync();
        foreach (string name in await NamesAsync())
        {
            await simulator.SendAsync(HttpMethod.Delete, $"{Snapshots}/{name}");
        }
    }

    private async Task<string[]> NamesAsync() =>
        [.. (await simulator.SendAsync(HttpMethod.Get, Snapshots))["snapshots"]!.AsArray().Select(s => (string)s!["name"]!)];

    private async Task<string> PictureAsync()
    {
        string[] paths = ["groups", "links", "providers", "endpoints", "luns", "clock", "groups/fd-b1/rg-01-t/replicas", "groups/fd-b1/rg-02-t/replicas"];
        List<string> pictures = [];
        foreach (string path in paths)
        {
            pictures.Add((await simulator.SendAsync(HttpMethod.Get, "/_sim/v1/" + path)).ToJsonString());
        }

        return string.Join('\n', pictures);
    }
}
