namespace VasaSim.Faults.Actions;

/// <summary>How the connection breaks.</summary>
public sealed record ConnectionFault
{
    /// <summary>In which way.</summary>
    public ConnectionFaultKind Kind { get; init; }

    /// <summary>For <see cref="ConnectionFaultKind.Truncate"/>: how many bytes of the body are sent.</summary>
    public int? Bytes { get; init; }

    /// <summary>For <see cref="ConnectionFaultKind.Drip"/>: bytes per second, in real time.</summary>
    public long? Rate { get; init; }
}

/// <summary>The ways in which a connection breaks.</summary>
public enum ConnectionFaultKind
{
    /// <summary>TCP RST, without an answer.</summary>
    Reset,

    /// <summary>TCP FIN, without an answer.</summary>
    Close,

    /// <summary>Nothing comes; when the time is over, or the server stops, the connection is closed.</summary>
    Hang,

    /// <summary>The head, the first bytes of the body, then FIN.</summary>
    Truncate,

    /// <summary>The answer comes byte by byte.</summary>
    Drip,

    /// <summary>A new connection is reset before anything is read from it.</summary>
    Refuse,

    /// <summary>A new connection gets a fatal TLS alert instead of a handshake.</summary>
    TlsAlert,
}
