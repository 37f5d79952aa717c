using VasaSim.Client;
using VasaSim.Server.Control;
using VasaSim.Settings;

namespace VasaSim.Trying;

/// <summary>The server to try.</summary>
/// <param name="Address">Where it is; only scheme, host and port count.</param>
/// <param name="CaFile">The authority to trust; null for those that the system trusts.</param>
internal sealed record TryServer(Uri Address, string? CaFile)
{
    // The control port is on this machine: it answers at once, or is not there.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The server that was asked for; what is not given, the control port of a simulator on this machine tells, and
    /// without one it is as a simulator without options has it.
    /// </summary>
    /// <param name="server">The server that was given.</param>
    /// <param name="caFile">The CA that was given.</param>
    /// <param name="control">The control port to ask.</param>
    /// <param name="token">The token to show there.</param>
    /// <param name="dataDirectory">Where a simulator would keep its CA; null for nowhere.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<TryServer> FindAsync(Uri? server, string? caFile, Uri control, string? token, string? dataDirectory, CancellationToken cancellation)
    {
        // The CA of a simulator says nothing about a server elsewhere.
        bool needsCa = caFile is null && server is null or { IsLoopback: true, Scheme: "https" };
        SimulatorReport? simulator = server is null || needsCa ? await AskAsync(control, token, cancellation) : null;
        Uri address = server ?? (simulator is null ? TrySettings.DefaultServer : new Uri(simulator.Urls.Sms));
        return new TryServer(address, caFile ?? (needsCa ? Guess(simulator, address, dataDirectory) : null));
    }

    private static string? Guess(SimulatorReport? simulator, Uri address, string? dataDirectory)
    {
        if (simulator is not null && new Uri(simulator.Urls.Sms).Port == address.Port)
        {
            return simulator.CaPath;
        }

        string? file = dataDirectory is null ? null : Path.Combine(dataDirectory, "ca.pem");
        return File.Exists(file) ? file : null;
    }

    private static async Task<SimulatorReport?> AskAsync(Uri control, string? token, CancellationToken cancellation)
    {
        using ControlClient client = new(control, token, _patience);
        try
        {
            return await client.GetAsync("/_sim/info", ControlJson.Readable.SimulatorReport, cancellation);
        }
        catch (CommandException)
        {
            return null;
        }
    }
}
