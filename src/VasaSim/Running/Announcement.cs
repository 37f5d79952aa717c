using System.Globalization;
using VasaSim.Server.Control;

namespace VasaSim.Running;

/// <summary>What is told about a simulator that is ready.</summary>
internal sealed record Announcement(Uri Product, Uri Control, Uri? Vcda, Uri? SrmPeer, string? CaPath, long Seed, string Password)
{
    /// <summary>
    /// The one line on standard output. Scripts read it: keys may be added at the end, but never renamed or moved.
    /// </summary>
    public string ReadyLine => string.Create(
        CultureInfo.InvariantCulture,
        $"VASASIM READY sms={SimulatorUrls.Sms(Product)} json={SimulatorUrls.Json(Product)} control={Address(Control)} ca={CaPath ?? "-"} seed={Seed} pid={Environment.ProcessId} vcda={(Vcda is null ? "-" : Address(Vcda))} srm={(SrmPeer is null ? "-" : SimulatorUrls.Srm(Product))} srm-peer={(SrmPeer is null ? "-" : SimulatorUrls.Srm(SrmPeer))}");

    public static string Address(Uri uri) => uri.GetLeftPart(UriPartial.Authority);
}
