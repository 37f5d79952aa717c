using VasaSim.Configuration.Texts;

namespace VasaSim.Settings;

/// <summary>The settings of the commands that ask a running simulator.</summary>
internal static class ClientSettings
{
    public static Setting<Uri?> Url { get; } = new("url", Parsers.Url, null)
    {
        Values = "URL",
        Legal = "an http address, such as http://127.0.0.1:8991",
        DefaultText = "http://127.0.0.1 with the port of VASASIM_CONTROL_PORT, or 8991",
        Meaning = "The control port of the simulator to ask.",
    };

    public static Setting<string?> Token { get; } = new("token", Parsers.Token, null)
    {
        Variable = "VASASIM_CONTROL_TOKEN",
        Values = "TEXT",
        IsSecret = true,
        Legal = Parsers.LegalToken,
        DefaultText = "none",
        Meaning = "The token of a simulator that was started with --control-token.",
    };

    public static Setting<bool> Json { get; } = new("format", Parsers.OutputFormat, false)
    {
        Values = "table|json",
        Legal = "table or json",
        DefaultText = "table",
        Meaning = "How the answer is written.",
    };

    public static Setting<TimeSpan> Timeout { get; } = new("timeout", Parsers.Duration, TimeSpan.FromSeconds(30))
    {
        Values = "DURATION",
        Legal = DurationText.Legal + ", or 0 to ask once",
        DefaultText = "30s",
        Meaning = "How long to wait; 0 to ask once.",
    };

    public static IReadOnlyList<Setting> All { get; } = [Url, Token, Json, Timeout];
}
