using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Running;

/// <summary>Finds out who has a port, if it is a simulator like this one: its control port tells.</summary>
internal static class PortHolder
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    /// <summary>The holder in words, or null when it is not known.</summary>
    public static async Task<string?> FindAsync(int port, int controlPort, CancellationToken cancellation)
    {
        if (controlPort == 0)
        {
            return null;
        }

        try
        {
            using ControlClient client = new(new Uri($"http://127.0.0.1:{controlPort}"), patience: _patience);
            SimulatorReport info = await client.GetAsync("/_sim/info", ControlJson.Readable.SimulatorReport, cancellation);
            return info.Ports.Product == port || info.Ports.Control == port
                ? $"another vasasim (pid {info.Pid}, world in {info.DataDirectory ?? "memory"})"
                : null;
        }
        catch (CommandException)
        {
            return null;
        }
    }
}
