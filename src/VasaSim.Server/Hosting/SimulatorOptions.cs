using System.Net;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;

namespace VasaSim.Server.Hosting;

/// <summary>How the simulator is started: where it listens, and its workspace.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The address of the product port.</summary>
    /// <value>Default: 127.0.0.1.</value>
    public IPAddress Bind { get; init; } = IPAddress.Loopback;

    /// <summary>The product port, which behaves like the real thing; 0: any free one.</summary>
    /// <value>Default: 8990.</value>
    public int Port { get; init; } = 8990;

    /// <summary>The control port; 0: any free one.</summary>
    /// <value>Default: 8991.</value>
    public int ControlPort { get; init; } = 8991;

    /// <summary>The port of the API for cloud replications, on the address of the product port; 0: any free one.</summary>
    /// <value>Default: 8992. A lab without clouds has none.</value>
    public int VcdaPort { get; init; } = 8992;

    /// <summary>The cloud site that this port speaks for.</summary>
    /// <value>Default: null, the lab's first cloud.</value>
    public string? VcdaSite { get; init; }

    /// <summary>
    /// The port of the second site's Site Recovery Manager, on the address of the product port, which has the first site's;
    /// 0: any free one.
    /// </summary>
    /// <value>Default: 8993. A lab that has not just two sites has none.</value>
    public int SrmPort { get; init; } = 8993;

    /// <summary>The address of the control port; one that is not loopback needs <see cref="ControlToken"/>.</summary>
    /// <value>Default: 127.0.0.1.</value>
    public IPAddress ControlBind { get; init; } = IPAddress.Loopback;

    /// <summary>What every request of the control port but those for health has to show as its bearer token.</summary>
    /// <value>Default: null, callers show nothing, and have to be on this machine.</value>
    public string? ControlToken { get; init; }

    /// <summary>Whether the product port and those for other APIs speak TLS.</summary>
    /// <value>Default: true.</value>
    public bool Tls { get; init; } = true;

    /// <summary>The world and its users.</summary>
    public WorkspaceOptions Workspace { get; init; } = new();

    /// <summary>The file of the fault rules, which is watched: a new version takes their place.</summary>
    /// <value>Default: null, those of <see cref="WorkspaceOptions.Rules"/>, and nothing is watched.</value>
    public string? RuleFile { get; init; }

    /// <summary>What a SOAP request may be at most.</summary>
    public MessageLimits Limits { get; init; } = new();
}
