using VasaSim.Server.Hosting;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Tests;

/// <summary>
/// A simulator of its own for a test: both ports on any free one, the world in memory, time standing still at a
/// known moment, tasks that end with their call, plain HTTP.
/// </summary>
public sealed class Simulator : IAsyncDisposable
{
    public static readonly DateTimeOffset StartTime = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private Simulator(SimulatorHost host)
    {
        Host = host;
        Http = new HttpClient { BaseAddress = host.ProductUri };
        Control = new HttpClient { BaseAddress = host.ControlUri };
    }

    public static SimulatorOptions Options { get; } = new()
    {
        Port = 0,
        ControlPort = 0,
        VcdaPort = 0,
        SrmPort = 0,
        Tls = false,
        Workspace = new WorkspaceOptions { StartTime = StartTime, Clock = ClockMode.Frozen, InstantTasks = true },
    };

    public SimulatorHost Host { get; }

    public HttpClient Http { get; }

    public HttpClient Control { get; }

    public static async Task<Simulator> StartAsync(Func<SimulatorOptions, SimulatorOptions>? configure = null, TimeProvider? realTime = null) =>
        new(await SimulatorHost.StartAsync(configure?.Invoke(Options) ?? Options, realTime: realTime, cancellation: TestContext.Current.CancellationToken));

    /// <summary>A client that is not logged in.</summary>
    public SoapClient Client() => new(Http);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Control.Dispose();
        await Host.DisposeAsync();
    }
}
