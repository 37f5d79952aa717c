using System.CommandLine;
using System.Net;
using VasaSim.Running;
using VasaSim.Server.Hosting;
using VasaSim.Server.Workspaces;
using VasaSim.Settings;

namespace VasaSim.Commands;

/// <summary><c>vasasim start</c>: runs a simulator until it is told to stop.</summary>
internal static class StartCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("start", "Runs a simulator in the foreground, until SIGTERM or Ctrl-C.");
        foreach (Setting setting in StartSettings.All)
        {
            command.Add(setting.ToOption());
        }

        command.SetAction((arguments, _) => RunAsync(new SettingReader(arguments, terminal.Environment), terminal));
        return command;
    }

    private static async Task<int> RunAsync(SettingReader settings, Terminal terminal)
    {
        string? envFile = settings.Get(StartSettings.EnvFile);
        string? readyFile = settings.Get(StartSettings.ReadyFile);
        bool json = settings.Get(StartSettings.JsonLog);
        SimulatorOptions options = OptionsOf(settings);

        // What an earlier run left behind when it was killed says nothing about this one.
        Remove(envFile, readyFile);
        using StopSignals signals = new();
        await using (SimulatorHost host = await HostStart.RunAsync(options, LogLines.Configure(json), signals.Token))
        {
            long seed = await host.Workspace.RunAsync(static world => world.Info.Seed);
            Announcement announcement = new(host.ProductUri, host.ControlUri, host.VcdaUri, host.SrmPeerUri, host.CaPath, seed, options.Workspace.Password);
            try
            {
                if (envFile is not null)
                {
                    AtomicFile.Write(envFile, EnvFile.TextOf(announcement));
                }

                if (readyFile is not null)
                {
                    AtomicFile.Write(readyFile, announcement.ReadyLine + "\n");
                }

                await terminal.Out.WriteLineAsync(announcement.ReadyLine);
                await terminal.Out.FlushAsync();
                await signals.Stopped;
            }
            finally
            {
                Remove(readyFile);
            }
        }

        return ExitCode.Ok;
    }

    private static SimulatorOptions OptionsOf(SettingReader settings)
    {
        string? data = settings.Get(StartSettings.Data);
        string? lab = settings.Get(StartSettings.Lab);
        string? tape = settings.Get(StartSettings.Tape);
        WorkspaceOptions workspace = new()
        {
            Durability = settings.Get(StartSettings.Durability),
            Seed = settings.Get(StartSettings.Seed),
            StartTime = settings.Get(StartSettings.StartTime),
            Clock = settings.Get(StartSettings.Clock),
            InstantTasks = settings.Get(StartSettings.InstantTasks),
            Password = settings.Get(StartSettings.Password)!,
            SessionTimeout = settings.Get(StartSettings.SessionTimeout),
            JournalEntries = settings.Get(StartSettings.JournalSize),
            JournalBytes = settings.Get(StartSettings.JournalBytes),
        };
        SimulatorOptions options = new()
        {
            Port = settings.Get(StartSettings.Port),
            VcdaPort = settings.Get(StartSettings.VcdaPort),
            VcdaSite = settings.Get(StartSettings.VcdaSite),
            SrmPort = settings.Get(StartSettings.SrmPort),
            ControlPort = settings.Get(StartSettings.ControlPort),
            ControlBind = settings.Get(StartSettings.ControlBind),
            ControlToken = settings.Get(StartSettings.ControlToken),
            Bind = settings.Get(StartSettings.Bind),
            Tls = settings.Get(StartSettings.Tls),
            RuleFile = settings.Get(StartSettings.Rules),
        };
        foreach ((string one, int port, string other, int otherPort) in Pairs(("product", options.Port), ("control", options.ControlPort), ("VCDA", options.VcdaPort), ("SRM", options.SrmPort)))
        {
            if (port == otherPort && port != 0)
            {
                settings.Problem($"The {one} port and the {other} port are both {port}; they must differ.");
            }
        }

        if (!IPAddress.IsLoopback(options.ControlBind) && options.ControlToken is null)
        {
            settings.Problem(
                $"With --control-bind {options.ControlBind} other machines reach the control port; give a token that they have to show with --control-token or {StartSettings.ControlToken.Variable}.");
        }

        if (options.RuleFile is not null && tape is not null)
        {
            settings.Problem("A tape has rules of its own; give --rules or --tape, not both.");
        }

        settings.Close();
        return options with
        {
            Workspace = workspace with
            {
                DataDirectory = DataDirectory.Resolve(data),
                Lab = lab is null ? null : LabArgument.Load(lab),
                Tape = tape is null ? null : TapeArgument.Load(tape),
            },
        };
    }

    private static IEnumerable<(string One, int Port, string Other, int OtherPort)> Pairs(params (string Name, int Port)[] ports) =>
        ports.SelectMany((one, i) => ports.Skip(i + 1).Select(other => (one.Name, one.Port, other.Name, other.Port)));

    private static void Remove(params IEnumerable<string?> files)
    {
        foreach (string file in files.OfType<string>())
        {
            AtomicFile.Remove(file);
        }
    }
}
