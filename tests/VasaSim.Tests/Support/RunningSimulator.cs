using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace VasaSim.Tests.Support;

/// <summary>
/// A simulator for the tests of a class, as a process of its own: the world in memory, time frozen at a known moment.
/// A test that changes the world resets it first.
/// </summary>
public sealed class RunningSimulator : IAsyncLifetime
{
    public const string StartTime = "2025-01-15T12:00:00.000Z";

    private ProgramProcess? _process;
    private Uri _json = null!;

    public HttpClient Control { get; private set; } = null!;

    public Uri Address => Control.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        _process = ProgramProcess.Start("--data", ":memory:", "--tls", "off", "--clock", "frozen", "--start-time", StartTime);
        ReadyLine ready = await _process.ReadyAsync();
        _json = ready.Json;
        Control = new HttpClient { BaseAddress = ready.Control };
    }

    public ValueTask DisposeAsync()
    {
        Control?.Dispose();
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    public async Task ResetAsync()
    {
        await SendAsync(HttpMethod.Post, "/_sim/v1/clock/freeze");
        await SendAsync(HttpMethod.Post, "/_sim/v1/state/reset");
    }

    /// <summary>Starts a sync of one second, as a client does.</summary>
    /// <returns>The id of its task.</returns>
    public async Task<string> StartSyncAsync()
    {
        using HttpClient client = new() { BaseAddress = new Uri($"{_json}/../") };
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using HttpResponseMessage login = await client.PostAsJsonAsync(
            "SessionManager/SessionManager/Login", new { userName = "administrator@sim.local", password = "VasaSim!1" }, cancellation);
        client.DefaultRequestHeaders.Add("vmware-api-session-id", login.Headers.GetValues("vmware-api-session-id"));
        using HttpResponseMessage sync = await client.PostAsJsonAsync(
            "sms/VasaProvider/vasaProvider-3/SyncReplicationGroup_Task",
            new { groupId = new[] { new { faultDomainId = new { id = "fd-b1" }, deviceGroupId = new { id = "rg-01-t" } } }, pitName = "x" },
            cancellation);
        return (string)(await sync.Content.ReadFromJsonAsync<JsonObject>(cancellation))!["value"]!;
    }

    /// <summary>Sends a request that is to succeed.</summary>
    public async Task<JsonObject> SendAsync(HttpMethod method, string path, string? json = null)
    {
        (HttpStatusCode status, JsonObject body) = await AskAsync(method, path, json);
        Assert.True(status == HttpStatusCode.OK, $"{method} {path}: {body}");
        return body;
    }

    /// <summary>Sends a request that is to be refused; the answer has the form of all errors.</summary>
    public async Task<JsonObject> RefusedAsync(HttpStatusCode status, HttpMethod method, string path, string? json = null)
    {
        (HttpStatusCode actual, JsonObject body) = await AskAsync(method, path, json);
        Assert.True(status == actual, $"{method} {path}: {actual} {body}");
        Assert.Equal((int)status, (int)body["status"]!);
        Assert.Equal("about:blank", (string?)body["type"]);
        Assert.NotEmpty((string)body["title"]!);
        Assert.NotEmpty((string)body["detail"]!);
        return body;
    }

    private async Task<(HttpStatusCode Status, JsonObject Body)> AskAsync(HttpMethod method, string path, string? json)
    {
        using HttpRequestMessage request = new(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        using HttpResponseMessage response = await Control.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(
            response.IsSuccessStatusCode ? "application/json" : "application/problem+json",
            response.Content.Headers.ContentType?.MediaType);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!);
    }
}
