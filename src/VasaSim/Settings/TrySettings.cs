using VasaSim.Running;

namespace VasaSim.Settings;

/// <summary>The settings of <c>try</c> that no other command has.</summary>
internal static class TrySettings
{
    /// <summary>Where a simulator without options is.</summary>
    public static Uri DefaultServer { get; } = new("https://127.0.0.1:8990");

    public static Setting<Uri?> Server { get; } = new("server", Parsers.Url, null)
    {
        Variable = EnvFile.Sms,
        Values = "URL",
        Legal = "an http or https address, such as https://127.0.0.1:8990",
        DefaultText = "as the control port says, or https://127.0.0.1:8990",
        Meaning = "The simulator or vCenter to try; what is after host and port does not count.",
    };

    public static Setting<string?> Ca { get; } = new("ca", Parsers.Text, null)
    {
        Values = "FILE",
        Legal = "a file",
        DefaultText = "on this machine as the control port says, or ca.pem in the data directory; elsewhere what the system trusts",
        Meaning = "The certificate of the authority to trust, as PEM.",
    };

    public static Setting<string?> User { get; } = new("user", Parsers.Text, "administrator@sim.local")
    {
        Values = "NAME",
        Legal = "a text that is not empty",
        DefaultText = "administrator@sim.local",
        Meaning = "Who logs in.",
    };

    public static IReadOnlyList<Setting> All { get; } = [Server, Ca, User];
}
