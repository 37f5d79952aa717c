using System.Net;
using VasaSim.Configuration.Texts;
using VasaSim.Server.Workspaces;
using VasaSim.Storage;

namespace VasaSim.Settings;

/// <summary>
/// The settings of <c>start</c>. To add one: declare it, put it into <see cref="All"/>, use it in
/// <c>StartCommand</c>, and add its row to <c>docs/command-line.md</c>; a test tells what the row is.
/// </summary>
internal static class StartSettings
{
    private const string LegalPort = "a whole number from 0 to 65535, 0 for any free port";

    private const string LegalAddress = "an IP address of this machine; 0.0.0.0 or :: for all of them";

    public static Setting<int> Port { get; } = new("port", Parsers.Port, 8990)
    {
        Values = "PORT",
        Legal = LegalPort,
        DefaultText = "8990",
        Meaning = "The product port, where clients connect; 0 for any free port.",
    };

    public static Setting<int> VcdaPort { get; } = new("vcda-port", Parsers.Port, 8992)
    {
        Values = "PORT",
        Legal = LegalPort,
        DefaultText = "8992",
        Meaning = "The port of the API for cloud replications; 0 for any free port. A lab without clouds has none.",
    };

    public static Setting<string?> VcdaSite { get; } = new("vcda-site", Parsers.Text, null)
    {
        Values = "NAME",
        Legal = "the name of a cloud of the lab",
        DefaultText = "the lab's first cloud",
        Meaning = "The cloud that this API speaks for.",
    };

    public static Setting<int> SrmPort { get; } = new("srm-port", Parsers.Port, 8993)
    {
        Values = "PORT",
        Legal = LegalPort,
        DefaultText = "8993",
        Meaning = "The port of the second site's Site Recovery Manager; 0 for any free port. A lab that has not just two sites has none.",
    };

    public static Setting<int> ControlPort { get; } = new("control-port", Parsers.Port, 8991)
    {
        Values = "PORT",
        Legal = LegalPort,
        DefaultText = "8991",
        Meaning = "The control port; 0 for any free port.",
    };

    public static Setting<IPAddress> ControlBind { get; } = new("control-bind", Parsers.Address, IPAddress.Loopback)
    {
        Values = "ADDRESS",
        Legal = LegalAddress,
        DefaultText = "127.0.0.1",
        Meaning = "The address that the control port listens on; one that is not loopback needs --control-token.",
    };

    public static Setting<string?> ControlToken { get; } = new("control-token", Parsers.Token, null)
    {
        Values = "TEXT",
        IsSecret = true,
        Legal = Parsers.LegalToken,
        DefaultText = "none",
        Meaning = "What requests of the control port have to show as their bearer token.",
    };

    public static Setting<IPAddress> Bind { get; } = new("bind", Parsers.Address, IPAddress.Loopback)
    {
        Values = "ADDRESS",
        Legal = LegalAddress,
        DefaultText = "127.0.0.1",
        Meaning = "The address that the product port and those for other APIs listen on; 0.0.0.0 for all.",
    };

    public static Setting<string?> Data { get; } = new("data", Parsers.Text, null)
    {
        Values = "DIR|:memory:",
        Legal = "a directory, or :memory:",
        DefaultText = "vasasim/default in the user's data directory",
        Meaning = "Where the world is kept; :memory: forgets it at the end.",
    };

    public static Setting<Durability> Durability { get; } = new("durability", Parsers.Durability, Storage.Durability.Normal)
    {
        Values = "normal|full",
        Legal = "normal or full",
        DefaultText = "normal",
        Meaning = "What an answered call survives: normal the end of the process, full a power cut too.",
    };

    public static Setting<string?> Lab { get; } = new("lab", Parsers.Text, null)
    {
        Values = "NAME|FILE",
        Legal = "two-sites, minimal or a lab file",
        DefaultText = "the stored world's, or two-sites",
        Meaning = "The lab of a new world: two-sites, minimal or a YAML file.",
    };

    public static Setting<long?> Seed { get; } = new("seed", Parsers.Seed, null)
    {
        Values = "NUMBER",
        Legal = "a whole number of 64 bits",
        DefaultText = "the stored world's, or 42",
        Meaning = "The seed of a new world, from which its ids follow.",
    };

    public static Setting<DateTimeOffset?> StartTime { get; } = new("start-time", Parsers.StartTime, null)
    {
        Values = "TIME",
        Legal = StartTimeText.Legal,
        DefaultText = "the stored world's, or the lab's, or now",
        Meaning = "The simulated time at which a new world begins.",
    };

    public static Setting<ClockMode?> Clock { get; } = new("clock", Parsers.Clock, null)
    {
        Values = "real|frozen|xN",
        Legal = "real, frozen, or x and a number above 0, up to 1000000, such as x60",
        DefaultText = "as the stored world has it, or real",
        Meaning = "How simulated time passes: as real time does, not at all, or N times as fast.",
    };

    public static Setting<bool> InstantTasks { get; } = new("tasks", Parsers.Tasks, false)
    {
        Values = "timed|instant",
        Legal = "timed or instant",
        DefaultText = "timed",
        Meaning = "Whether tasks take simulated time, or end with the call that starts them.",
    };

    public static Setting<bool> Tls { get; } = new("tls", Parsers.Tls, true)
    {
        Values = "on|off",
        Legal = "on or off",
        DefaultText = "on",
        Meaning = "Whether clients speak TLS, with a certificate of a local CA.",
    };

    public static Setting<string?> Password { get; } = new("password", Parsers.Text, "VasaSim!1")
    {
        Values = "TEXT",
        Legal = "a text that is not empty",
        DefaultText = "VasaSim!1",
        Meaning = "The password of the simulated users.",
    };

    public static Setting<TimeSpan> SessionTimeout { get; } = new("session-timeout", Parsers.Duration, TimeSpan.FromMinutes(30))
    {
        Values = "DURATION",
        Legal = DurationText.Legal + ", or 0 for never",
        DefaultText = "30m",
        Meaning = "After how long without a call a session ends, in real time; 0 for never.",
    };

    public static Setting<int> JournalSize { get; } = new("journal-size", Parsers.JournalSize, 10_000)
    {
        Values = "ENTRIES",
        Legal = "a whole number from 0 to 1000000, 0 for no journal",
        DefaultText = "10000",
        Meaning = "How many calls the journal keeps; 0 turns it off.",
    };

    public static Setting<long> JournalBytes { get; } = new("journal-bytes", Parsers.JournalBytes, 64 * 1024 * 1024)
    {
        Values = "SIZE",
        Legal = SizeText.Legal + ", up to 64GiB",
        DefaultText = "64MiB",
        Meaning = "How many bytes of raw requests and replies the journal keeps.",
    };

    public static Setting<string?> Rules { get; } = new("rules", Parsers.Text, null)
    {
        Values = "FILE",
        Legal = "a rule file",
        DefaultText = "none",
        Meaning = "The fault rules to begin with; the file is watched, and a new version takes their place.",
    };

    public static Setting<string?> Tape { get; } = new("tape", Parsers.Text, null)
    {
        Values = "FILE",
        Legal = "a tape that vasasim tape save wrote",
        DefaultText = "none",
        Meaning = "The rules and decisions of an earlier run, which are made again; not together with --rules.",
    };

    public static Setting<string?> EnvFile { get; } = new("env-file", Parsers.Text, null)
    {
        Values = "FILE",
        Legal = "a file",
        DefaultText = "none",
        Meaning = "Written when ready: the addresses as shell exports.",
    };

    public static Setting<string?> ReadyFile { get; } = new("ready-file", Parsers.Text, null)
    {
        Values = "FILE",
        Legal = "a file",
        DefaultText = "none",
        Meaning = "Made when ready, with the READY line in it, and removed at the end.",
    };

    public static Setting<bool> JsonLog { get; } = new("log", Parsers.LogFormat, false)
    {
        Values = "text|json",
        Legal = "text or json",
        DefaultText = "text",
        Meaning = "How the log is written to standard error.",
    };

    public static IReadOnlyList<Setting> All { get; } =
    [
        Port, VcdaPort, VcdaSite, SrmPort, ControlPort, ControlBind, ControlToken, Bind, Data, Durability, Lab, Seed, StartTime, Clock, InstantTasks, Tls, Password, SessionTimeout,
        JournalSize, JournalBytes, Rules, Tape, EnvFile, ReadyFile, JsonLog,
    ];
}
