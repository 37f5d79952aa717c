using VasaSim.Server.Control;

namespace VasaSim.Running;

/// <summary>A file for a shell to read, after which clients and this program find the simulator.</summary>
internal static class EnvFile
{
    /// <summary>The variable that says where SMS is.</summary>
    public const string Sms = "VASASIM_SMS_URL";

    private const string Json = "VASASIM_JSON_URL";
    private const string Vcda = "VASASIM_VCDA_URL";
    private const string Srm = "VASASIM_SRM_URL";
    private const string SrmPeer = "VASASIM_SRM_PEER_URL";
    private const string Control = "VASASIM_CONTROL_URL";
    private const string Ca = "VASASIM_CA";

    /// <summary>The variables of ours in it that are no settings.</summary>
    public static IReadOnlyList<string> OwnVariables { get; } = [Sms, Json, Vcda, Srm, SrmPeer, Control, Ca];

    /// <summary>The file's text.</summary>
    public static string TextOf(Announcement simulator)
    {
        string control = Announcement.Address(simulator.Control);
        List<(string Name, string Value)> variables =
        [
            (Sms, SimulatorUrls.Sms(simulator.Product)),
            (Json, SimulatorUrls.Json(simulator.Product)),
            (Control, control),
            ("VASASIM_URL", control),
            ("GOVC_URL", SimulatorUrls.Vim(simulator.Product)),
            ("GOVC_USERNAME", "administrator@sim.local"),
            ("GOVC_PASSWORD", simulator.Password),
            ("VSPHERE_SERVER", simulator.Product.Authority),
            ("VSPHERE_USER", "administrator@sim.local"),
            ("VSPHERE_PASSWORD", simulator.Password),
        ];
        if (simulator.Vcda is { } vcda)
        {
            variables.Add((Vcda, Announcement.Address(vcda)));
        }

        if (simulator.SrmPeer is { } peer)
        {
            variables.Add((Srm, SimulatorUrls.Srm(simulator.Product)));
            variables.Add((SrmPeer, SimulatorUrls.Srm(peer)));
        }

        if (simulator.CaPath is { } ca)
        {
            variables.Add((Ca, ca));
            variables.Add(("GOVC_TLS_CA_CERTS", ca));
        }

        return string.Concat(variables.Select(v => $"export {v.Name}={Quote(v.Value)}\n"));
    }

    private static string Quote(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
