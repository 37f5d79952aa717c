using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Start;

/// <summary>What a client of Site Recovery Manager was told is still so after the program was killed.</summary>
public class RecoverySurvivalTests
{
    [Fact]
    public async Task Groups_and_mappings_with_their_rules_survive_a_kill()
    {
        using MortalProgram program = new("--clock", "frozen");
        using Administrator client = await Administrator.LogInAsync(await program.StartAsync());
        const string Rules = """{"name":"gold","rules":[{"name":"web","remote_subnet":"10.2.0.0/16","local_subnet":"10.1.0.0/16","remote_ip_settings":null}]}""";
        await client.SendAsync(HttpMethod.Put, $"{client.Mappings}/networks/{await client.FirstAsync($"{client.Mappings}/networks")}/ip-subnet-mapping", Rules);
        await client.SendAsync(HttpMethod.Delete, $"{client.Mappings}/resources/{await client.FirstAsync($"{client.Mappings}/resources")}");
        await client.SendAsync(HttpMethod.Post, $"{client.Pairing}/protection-management/inventory", """{"name":"survivors"}""");
        string before = await PictureAsync(client);
        await program.KillAsync();

        foreach (string seen in (string[])[$"\"ip_mapping\":{Rules}", "\"survivors\"", "\"pg-gold\"", "\"SUCCESS\""])
        {
            Assert.Contains(seen, before, StringComparison.Ordinal);
        }

        using Administrator after = await Administrator.LogInAsync(await program.StartAsync());
        Assert.Equal(before, await PictureAsync(after));
    }

    // All that clients can see of groups, their machines, mappings, plans and tasks.
    private static async Task<string> PictureAsync(Administrator client)
    {
        string groups = $"{client.Pairing}/protection-management/groups";
        string[] paths =
        [
            groups,
            $"{groups}/{await client.FirstAsync(groups)}/vms",
            .. new[] { "folders", "networks", "resources", "storage-policies", "placeholder-datastores" }.Select(k => $"{client.Mappings}/{k}"),
            $"{client.Pairing}/protection-management/inventory",
            $"{client.Pairing}/recovery-management/plans",
            "tasks",
        ];
        StringBuilder picture = new();
        foreach (string path in paths)
        {
            // Not the links to other pages, which have the port.
            picture.Append((await client.SendAsync(HttpMethod.Get, path))!["list"]!.ToJsonString()).Append('\n');
        }

        return picture.ToString();
    }

    // Logged in at both sites of the only pairing; the mappings are those of the first.
    private sealed class Administrator : IDisposable
    {
        private readonly HttpClient _http;

        private Administrator(ReadyLine server) => _http = new HttpClient { BaseAddress = new Uri($"{server.Srm}/v2/") };

        public string Pairing { get; private set; } = "";

        public string Mappings { get; private set; } = "";

        public static async Task<Administrator> LogInAsync(ReadyLine server)
        {
            Administrator client = new(server);
            HttpRequestHeaders headers = client._http.DefaultRequestHeaders;
            headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("administrator@sim.local:VasaSim!1")));
            headers.Add("x-dr-session", (string)(await client.SendAsync(HttpMethod.Post, "session"))!["session_id"]!);
            JsonNode pairing = (await client.SendAsync(HttpMethod.Get, "pairings"))!["list"]![0]!;
            client.Pairing = $"pairings/{(string)pairing["pairing_id"]!}";
            client.Mappings = $"{client.Pairing}/srms/{(string)pairing["local_srm_server"]!["id"]!}/inventory-mappings";
            await client.SendAsync(HttpMethod.Post, $"{client.Pairing}/remote-session");
            return client;
        }

        /// <summary>The id of the first of a list.</summary>
        public async Task<string> FirstAsync(string path) => (string)(await SendAsync(HttpMethod.Get, path))!["list"]![0]!["id"]!;

        public async Task<JsonNode?> SendAsync(HttpMethod method, string path, string? body = null)
        {
            using HttpRequestMessage request = new(method, new Uri(path, UriKind.Relative));
            request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            response.EnsureSuccessStatusCode();
            string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }

        public void Dispose() => _http.Dispose();
    }
}
