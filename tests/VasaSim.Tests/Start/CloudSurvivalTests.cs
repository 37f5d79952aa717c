using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Start;

/// <summary>What a client of cloud replications was told is still so after the program was killed.</summary>
public class CloudSurvivalTests
{
    private const int Clients = 4;
    private const int Acknowledged = 100;

    // Fewer in all than the tasks that are remembered.
    private const int MostOfAClient = 200;

    [Theory]
    [InlineData("normal")]
    [InlineData("full")]
    public async Task Every_acknowledged_sync_survives_a_kill_in_a_stream_of_them(string durability)
    {
        using MortalProgram program = new("--durability", durability);
        ConcurrentDictionary<string, long> told = [];
        ReadyLine ready = await program.StartAsync();
        using HttpClient client = await LogInAsync(ready);
        string replication = await ProtectAsync(client);
        await program.KillAmidAsync(Clients, _ => SyncUntilCutAsync(ready, replication, told), () => told.Count >= Acknowledged);

        using HttpClient after = await LogInAsync(await program.StartAsync());
        foreach ((string task, long number) in told)
        {
            JsonNode known = await GetAsync(after, $"/tasks/{task}");
            Assert.Equal("SUCCEEDED", (string?)known["state"]);
            Assert.Equal(number, (long)known["result"]!["destinationState"]!["latestInstance"]!["sequenceNumber"]!);
        }

        JsonNode newest = (await GetAsync(after, "/vm-replications?vmName=web01"))["items"]![0]!;
        Assert.True((long)newest["destinationState"]!["latestInstance"]!["sequenceNumber"]! >= told.Values.Max());
    }

    [Fact]
    public async Task Replications_in_every_state_survive_a_kill()
    {
        using MortalProgram program = new("--clock", "frozen");
        ReadyLine ready = await program.StartAsync();
        using HttpClient client = await LogInAsync(ready);
        using HttpClient control = new() { BaseAddress = ready.Control };
        string web01 = await ProtectAsync(client);
        string web02 = await ProtectAsync(client, "web02");
        string db01 = (string)(await GetAsync(client, "/vm-replications?vmName=db01"))["items"]![0]!["id"]!;
        (await control.PostAsJsonAsync("/_sim/v1/clock/advance", new { by = "3h" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await RunAsync(client, $"/vm-replications/{web01}/failover", new { type = "vcloud", powerOn = true });
        await RunAsync(client, $"/vm-replications/{web01}/reverse");
        await RunAsync(client, $"/vm-replications/{web02}/failover-test", new { type = "vcloud", sync = true });
        await RunAsync(client, $"/vm-replications/{db01}/pause");
        string before = await PictureAsync(client);
        await program.KillAsync();

        foreach (string seen in (string[])["\"TEST\"", "\"PAUSED\"", "\"isReversed\":true", "\"FAILED\"", "replica-"])
        {
            Assert.Contains(seen, before, StringComparison.Ordinal);
        }

        using HttpClient after = await LogInAsync(await program.StartAsync());
        Assert.Equal(before, await PictureAsync(after));
    }

    // All that clients can see of replications, their instances, their tasks and the machines of both sites.
    private static async Task<string> PictureAsync(HttpClient client)
    {
        // One that fails, so that there is an error to remember.
        JsonNode replications = await GetAsync(client, "/vm-replications");
        string paused = (string)replications["items"]!.AsArray().First(r => (bool)r!["isPaused"]!)!["id"]!;
        if ((int)(await GetAsync(client, "/tasks?state=FAILED"))["total"]! == 0)
        {
            await PostAsync(client, $"/vm-replications/{paused}/sync");
        }

        List<string> parts = [];
        foreach (string path in (string[])
            ["/vm-replications", "/vapp-replications", "/tasks", "/inventory/vms?site=cloud-a", "/inventory/vms?site=cloud-b", "/inventory/vapps?site=cloud-b"])
        {
            parts.Add((await GetAsync(client, path)).ToJsonString());
        }

        foreach (JsonNode? replication in replications["items"]!.AsArray())
        {
            parts.Add((await GetAsync(client, $"/vm-replications/{replication!["id"]}/instances")).ToJsonString());
        }

        return string.Join('\n', parts);
    }

    private static async Task SyncUntilCutAsync(ReadyLine server, string replication, ConcurrentDictionary<string, long> told)
    {
        using HttpClient client = await LogInAsync(server);
        await MortalProgram.UntilCutAsync(MostOfAClient, async () =>
        {
            JsonNode task = await PostAsync(client, $"/vm-replications/{replication}/sync");
            told[(string)task["id"]!] = (long)task["result"]!["destinationState"]!["latestInstance"]!["sequenceNumber"]!;
        });
    }

    private static async Task<HttpClient> LogInAsync(ReadyLine server)
    {
        HttpClient client = new() { BaseAddress = new Uri(server.Vcda) };
        using HttpResponseMessage response = await client.PostAsJsonAsync(
            "/sessions",
            new { type = "vcdCredentials", vcdUser = "administrator@System", vcdPassword = "VasaSim!1" },
            TestContext.Current.CancellationToken);
        client.DefaultRequestHeaders.Add("X-VCAV-Auth", response.Headers.GetValues("X-VCAV-Auth").Single());
        await PostAsync(client, "/sessions/extend", new { type = "credentials", site = "cloud-b", vcdUsername = "administrator@System", vcdPassword = "VasaSim!1" });
        return client;
    }

    private static async Task<string> ProtectAsync(HttpClient client, string name = "web01")
    {
        JsonNode machine = (await GetAsync(client, "/inventory/vms"))["items"]!.AsArray().Single(v => (string?)v!["name"] == name)!;
        JsonNode vdc = (await GetAsync(client, "/inventory/vdcs?site=cloud-b"))["items"]![0]!;
        JsonNode result = await RunAsync(client, "/vm-replications", new
        {
            source = new { type = "vm", site = "cloud-a", vmId = (string)machine["id"]! },
            destination = new { type = "vcloud", site = "cloud-b", vdc = (string)vdc["id"]!, storageProfile = "*" },
            rpo = 15,
            initialSyncTime = 0,
        });
        return (string)result["id"]!;
    }

    private static async Task<JsonNode> RunAsync(HttpClient client, string path, object? body = null)
    {
        JsonNode task = await PostAsync(client, path, body);
        Assert.Equal("SUCCEEDED", (string?)task["state"]);
        return task["result"]!;
    }

    private static async Task<JsonNode> PostAsync(HttpClient client, string path, object? body = null)
    {
        using HttpResponseMessage response = body is null
            ? await client.PostAsync(path, null, TestContext.Current.CancellationToken)
            : await client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string path) =>
        (await client.GetFromJsonAsync<JsonNode>(path, TestContext.Current.CancellationToken))!;
}
