using VasaSim.Server.Injection;

namespace VasaSim.Server.Control;

/// <summary>What the control port says of the rest of the program.</summary>
/// <param name="ProductUri">The address of the product port, once it listens.</param>
/// <param name="VcdaUri">The address of the port for cloud replications; null without one.</param>
/// <param name="SrmPeerUri">The address of the second site's Site Recovery Manager; null without one.</param>
/// <param name="CaPath">The file of the CA certificate; null without TLS.</param>
/// <param name="RealTime">Real time, to measure with.</param>
/// <param name="RuleFile">The watch over the file of rules; null without one.</param>
internal sealed record ControlSurroundings(
    Func<Uri> ProductUri, Uri? VcdaUri, Uri? SrmPeerUri, string? CaPath, TimeProvider RealTime, RuleFileWatch? RuleFile);
