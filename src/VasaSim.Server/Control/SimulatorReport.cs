namespace VasaSim.Server.Control;

/// <summary>What runs here, how to reach it, and how it was started.</summary>
public sealed record SimulatorReport
{
    /// <summary>Always <c>VasaSim</c>.</summary>
    public required string Product { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>The process.</summary>
    public required int Pid { get; init; }

    /// <summary>The lab's name.</summary>
    public required string Lab { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>T0 of the world.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>Where the world is kept; null: in memory.</summary>
    public required string? DataDirectory { get; init; }

    /// <summary>The ports.</summary>
    public required PortReport Ports { get; init; }

    /// <summary>The addresses to use.</summary>
    public required UrlReport Urls { get; init; }

    /// <summary>The file of the CA certificate to trust; null without TLS.</summary>
    public required string? CaPath { get; init; }

    /// <summary>Who may log in.</summary>
    public required IReadOnlyList<UserReport> Users { get; init; }

    /// <summary>What is served.</summary>
    public required IReadOnlyList<ServiceReport> Services { get; init; }

    /// <summary>The limits that apply.</summary>
    public required LimitReport Limits { get; init; }

    /// <summary>How much there is.</summary>
    public required CountReport Counts { get; init; }

    /// <summary>The rules in force, and their file.</summary>
    public required RuleFileReport Rules { get; init; }
}

/// <summary>The ports.</summary>
/// <param name="Product">The product port.</param>
/// <param name="Control">This one.</param>
/// <param name="Vcda">The one for cloud replications; null when the lab has no clouds.</param>
/// <param name="SrmPeer">The second site's Site Recovery Manager; null when the lab has not just two sites.</param>
public sealed record PortReport(int Product, int Control, int? Vcda, int? SrmPeer);

/// <summary>The addresses to use.</summary>
/// <param name="Sms">SMS over SOAP.</param>
/// <param name="Vim">vim25 over SOAP: log in here.</param>
/// <param name="Json">SMS over VI JSON.</param>
/// <param name="Control">This API.</param>
/// <param name="Vcda">VCDA over REST; null when the lab has no clouds.</param>
/// <param name="Srm">The first site's Site Recovery Manager, without the version; null when the lab has not just two sites.</param>
/// <param name="SrmPeer">That of the second site.</param>
public sealed record UrlReport(string Sms, string Vim, string Json, string Control, string? Vcda, string? Srm, string? SrmPeer);

/// <summary>A user and what the user may do; never a password.</summary>
public sealed record UserReport(string Name, string FullName, IReadOnlyList<string> Privileges);

/// <summary>A service.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Namespace">Its XML namespace.</param>
/// <param name="Path">Where it answers SOAP.</param>
/// <param name="Versions">The versions that are served.</param>
/// <param name="Methods">Its methods in those versions.</param>
public sealed record ServiceReport(string Name, string Namespace, string Path, IReadOnlyList<string> Versions, IReadOnlyList<MethodReport> Methods);

/// <summary>A method.</summary>
/// <param name="Name">Wire name.</param>
/// <param name="ManagedObject">The type that declares it.</param>
/// <param name="Since">The version that brought it.</param>
/// <param name="Implemented">False when it answers NotImplemented.</param>
public sealed record MethodReport(string Name, string ManagedObject, string Since, bool Implemented);

/// <summary>The limits that apply.</summary>
/// <param name="RequestBytes">The longest SOAP request.</param>
/// <param name="RequestDepth">How deep its elements may be nested.</param>
/// <param name="RequestElements">How many elements it may have.</param>
/// <param name="GroupDetails">Up to how many groups a query for all gives details.</param>
/// <param name="ReplicasListed">Up to how many replicas of a group a query lists.</param>
/// <param name="ReplicasKept">How many replicas that calls made a group keeps.</param>
/// <param name="TasksKept">How many ended tasks are kept at most.</param>
/// <param name="TaskAge">How long ended tasks are kept.</param>
/// <param name="SessionTimeout">After how long without a call a session ends; <c>0</c>: never.</param>
public sealed record LimitReport(
    int RequestBytes, int RequestDepth, int RequestElements, int GroupDetails, int ReplicasListed, int ReplicasKept,
    int TasksKept, string TaskAge, string SessionTimeout);

/// <summary>How much there is.</summary>
public sealed record CountReport(
    int Sites, int Providers, int FaultDomains, int Links, int Groups, int VirtualMachines, int Clouds, int CloudReplications, int Tasks, int Sessions);
