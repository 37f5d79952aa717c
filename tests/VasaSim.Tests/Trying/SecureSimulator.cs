using System.Text;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Trying;

/// <summary>
/// A simulator for the tests of a class as users start it: with TLS, and with a password that has to be escaped. Its
/// tasks end with their calls. A test that changes the world resets it first.
/// </summary>
public sealed class SecureSimulator : IAsyncLifetime
{
    public const string Password = "Se&cret<1>\"";

    private readonly HttpClient _http = new();
    private ProgramProcess? _process;

    internal ReadyLine Ready { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _process = ProgramProcess.Start(
            "--data", ":memory:", "--tasks", "instant", "--password", Password, "--clock", "frozen", "--start-time", RunningSimulator.StartTime);
        Ready = await _process.ReadyAsync();
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    public Task ResetAsync() => ChangeAsync(HttpMethod.Post, "/_sim/v1/state/reset", null);

    /// <summary>Does something to the world by the control port.</summary>
    public async Task ChangeAsync(HttpMethod method, string path, string? json)
    {
        using HttpRequestMessage request = new(method, new Uri(Ready.Control, path));
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
