using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Injection;

/// <summary>Puts rules into a simulator, through its control port.</summary>
public static class RuledSimulator
{
    /// <summary>Puts these rules in force, and no others.</summary>
    public static async Task RulesAsync(this Simulator simulator, string rules)
    {
        using StringContent body = new("version: 1\nrules:\n" + rules);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/yaml");
        using HttpResponseMessage response = await simulator.Control.PutAsync(
            new Uri("/_sim/v1/rules", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The answer of the control port to a GET.</summary>
    public static async Task<JsonNode> ReadAsync(this Simulator simulator, string path) =>
        (await simulator.Control.GetFromJsonAsync<JsonNode>(path, TestContext.Current.CancellationToken))!;

    /// <summary>The last calls of the journal, the newest last.</summary>
    public static async Task<JsonNode[]> CallsAsync(this Simulator simulator) =>
        [.. (await simulator.ReadAsync("/_sim/v1/journal"))["calls"]!.AsArray().Select(c => c!)];

    /// <summary>The answer of the control port to a POST.</summary>
    public static async Task<JsonNode> PostAsync(this Simulator simulator, string path, JsonObject body)
    {
        using HttpResponseMessage response = await simulator.Control.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
