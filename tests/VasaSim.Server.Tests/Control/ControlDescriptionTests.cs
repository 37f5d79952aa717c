using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Control;

/// <summary>The description of the control API says what the control port does.</summary>
public sealed partial class ControlDescriptionTests
{
    private const string Path = "/_sim/v1/openapi.json";

    // Names of things of the default lab, so that a request gets as far as its body.
    private static readonly Dictionary<string, string> _names = new()
    {
        ["a"] = "fd-a1", ["b"] = "fd-b1", ["faultDomain"] = "fd-b1", ["replicaId"] = "pit-1", ["name"] = "before", ["number"] = "1", ["site"] = "cloud-a",
    };

    [Fact]
    public async Task It_is_an_OpenAPI_document()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        string text = await simulator.Control.GetStringAsync(new Uri(Path, UriKind.Relative), TestContext.Current.CancellationToken);
        ReadResult read = OpenApiDocument.Parse(text, OpenApiConstants.Json);
        Assert.True(read.Diagnostic!.Errors.Count == 0, string.Join('\n', read.Diagnostic.Errors.Select(e => $"{e.Pointer} {e.Message}").Take(5)));
        Assert.True(read.Document!.Paths.Count > 40);
        string[] ids = [.. read.Document.Paths.SelectMany(p => p.Value.Operations!.Values).Select(o => o.OperationId!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public async Task Every_path_is_served_and_named_in_the_documentation()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        string documentation = await File.ReadAllTextAsync(Repository.Find("docs/control-api.md"), TestContext.Current.CancellationToken)
            + await File.ReadAllTextAsync(Repository.Find("docs/rules.md"), TestContext.Current.CancellationToken);
        foreach ((string path, string method, JsonNode _) in await OperationsAsync(simulator))
        {
            Assert.True(documentation.Contains(path, StringComparison.Ordinal) || documentation.Contains(path[..path.LastIndexOf('/')], StringComparison.Ordinal), path);
            if (path.EndsWith("/events", StringComparison.Ordinal))
            {
                continue;
            }

            using HttpRequestMessage request = new(new HttpMethod(method), Filled(path, "no-such-thing"));
            using HttpResponseMessage response = await simulator.Control.SendAsync(request, TestContext.Current.CancellationToken);
            string answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.False((int)response.StatusCode is 405 or 500, $"{method} {path}: {answer}");
            Assert.DoesNotContain("There is nothing at", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bodies_have_the_keys_that_are_read()
    {
        await using Simulator simulator = await Simulator.StartAsync(o => o with { Workspace = o.Workspace with { InstantTasks = false } });
        SmsClient client = SmsClient.LogIn(simulator);
        await client.Soap.ResultAsync<ManagedObjectReference>(
            SmsClient.Provider(3), new SyncReplicationGroupRequest { GroupId = [SmsClient.Group("fd-b1", "rg-01-t")], PitName = "x" });
        await simulator.Control.PostAsJsonAsync("/_sim/v1/snapshots", new JsonObject { ["name"] = "before" }, TestContext.Current.CancellationToken);
        JsonNode machines = (await simulator.Control.GetFromJsonAsync<JsonNode>("/_sim/v1/clouds/cloud-a/machines", TestContext.Current.CancellationToken))!;
        string machine = (string)machines["machines"]![0]!["id"]!;
        int compared = 0;
        foreach ((string path, string method, JsonNode operation) in await OperationsAsync(simulator))
        {
            JsonObject? properties = operation["requestBody"]?["content"]?["application/json"]?["schema"]?["properties"] as JsonObject;
            if (properties is null || path.Contains("/rules", StringComparison.Ordinal))
            {
                continue;
            }

            using HttpRequestMessage request = new(new HttpMethod(method), Filled(path, path.StartsWith("/_sim/v1/clouds/", StringComparison.Ordinal) ? machine : IdFor(path)));
            request.Content = JsonContent.Create(new JsonObject { ["zzz"] = 1 });
            using HttpResponseMessage response = await simulator.Control.SendAsync(request, TestContext.Current.CancellationToken);
            JsonNode problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            Assert.True((int)response.StatusCode == 400, $"{method} {path}: {problem}");
            string legal = (string)problem["errors"]!.AsArray().Single(e => (string)e!["pointer"]! == "/zzz")!["legal"]!;
            string[] read = legal == "no key at all" ? [] : legal["one of the keys ".Length..].Split(", ");
            Assert.True(properties.Select(p => p.Key).Order().SequenceEqual(read.Order()), $"{method} {path}: {legal}");
            compared++;
        }

        Assert.True(compared >= 20, $"{compared}");
    }

    private static async Task<IReadOnlyList<(string Path, string Method, JsonNode Operation)>> OperationsAsync(Simulator simulator)
    {
        JsonNode document = (await simulator.Control.GetFromJsonAsync<JsonNode>(Path, TestContext.Current.CancellationToken))!;
        return [.. document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (p.Key, o.Key.ToUpperInvariant(), o.Value!)))];
    }

    private static string IdFor(string path) =>
        path.Contains("/providers/", StringComparison.Ordinal) ? "vasaProvider-3"
        : path.Contains("/luns/", StringComparison.Ordinal) ? "a1-l1"
        : path.Contains("/endpoints/", StringComparison.Ordinal) ? "array-f1"
        : path.Contains("/machines/", StringComparison.Ordinal) ? "vm-101"
        : path.Contains("/protection-groups/", StringComparison.Ordinal) ? "pg-gold"
        : path.Contains("/groups/", StringComparison.Ordinal) ? "rg-01-t"
        : "smsTask-1";

    private static Uri Filled(string path, string id) =>
        new(Parameter().Replace(path, m => _names.GetValueOrDefault(m.Groups[1].Value, id)), UriKind.Relative);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
