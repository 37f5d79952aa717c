namespace VasaSim.Server.Hosting;

/// <summary>A port that the simulator was told to listen on is taken.</summary>
public sealed class PortInUseException(int port, Exception inner)
    : Exception($"Port {port} is in use. Give another one, or 0 for any free port.", inner)
{
    /// <summary>The port.</summary>
    public int Port { get; } = port;
}
