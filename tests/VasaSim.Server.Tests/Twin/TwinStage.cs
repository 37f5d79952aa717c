using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Lab;
using VasaSim.Server.Sessions;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.Twin;

/// <summary>A simulator of its own and a logged-in client of one protocol.</summary>
public sealed class TwinStage : IAsyncDisposable
{
    private readonly Simulator _simulator;
    private readonly string _session;

    private TwinStage(Simulator simulator, string session, Func<HttpClient, string, ITwinProtocol> protocol) =>
        (_simulator, _session, Protocol) = (simulator, session, protocol(simulator.Http, session));

    /// <summary>The protocol that this stage is about.</summary>
    public ITwinProtocol Protocol { get; private set; }

    /// <summary>Starts a simulator as the case wants it, and does what comes before the case's call.</summary>
    public static async Task<TwinStage> OpenAsync(TwinCase play, Func<HttpClient, string, ITwinProtocol> protocol)
    {
        Simulator simulator = await Simulator.StartAsync(options => options with
        {
            Workspace = options.Workspace with
            {
                Lab = play.Knobs is { } knobs ? TestLabs.With(knobs) : play.Lab?.Invoke(KnownLabs.TwoSites),
                InstantTasks = play.Instant,
            },
        });
        Session session = simulator.Host.Workspace.Sessions.Login(
            "administrator@sim.local", "VasaSim!1", Simulator.StartTime, "twin", "127.0.0.1", "en_US")!;
        TwinStage stage = new(simulator, session.Id, protocol);
        if (play.Before is { } before)
        {
            await before(stage);
        }

        return stage;
    }

    /// <summary>Goes on with another protocol.</summary>
    public void Switch(Func<HttpClient, string, ITwinProtocol> protocol) => Protocol = protocol(_simulator.Http, _session);

    /// <summary>Makes a call whose answer is of no interest, except that it is no fault.</summary>
    public async Task DoAsync(ManagedObjectReference target, Request request)
    {
        JsonNode? answer = await Protocol.AskAsync(target, request);
        Assert.False(TwinAnswer.IsFault(answer), $"{request.Operation.Name} before the case: {answer}");
    }

    /// <summary>Changes something at the control port: <c>PATCH /_sim/v1/…</c>.</summary>
    public Task PatchAsync(string path, string json) => ControlAsync(HttpMethod.Patch, path, json);

    /// <summary>Lets simulated time pass.</summary>
    public Task AdvanceAsync(string by) => ControlAsync(HttpMethod.Post, "clock/advance", $$"""{"by":"{{by}}"}""");

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private async Task ControlAsync(HttpMethod method, string path, string json)
    {
        using HttpRequestMessage message = new(method, "/_sim/v1/" + path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        using HttpResponseMessage response = await _simulator.Control.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
