using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Journal;

/// <summary>Asks the control port of a simulator for its journal.</summary>
internal sealed class JournalClient(Simulator simulator)
{
    public const string Path = "/_sim/v1/journal";

    /// <summary>The entries that fit a query.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string query = "") =>
        [.. (await GetAsync(Path + query))["calls"]!.AsArray().Select(c => c!)];

    /// <summary>The last entry, as it is shown alone.</summary>
    public async Task<JsonNode> LastAsync() => await GetAsync($"{Path}/{(await ListAsync("?limit=1"))[0]["number"]}");

    public async Task<JsonNode> GetAsync(string path) =>
        (await simulator.Control.GetFromJsonAsync<JsonNode>(path, TestContext.Current.CancellationToken))!;

    public Task<string> TextAsync(string path) => simulator.Control.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async Task<JsonNode> VerifyAsync(string body, int status = 200)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await simulator.Control.PostAsync(
            new Uri(Path + "/verify", UriKind.Relative), content, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)response.StatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
