using System.CommandLine;
using VasaSim.Client;
using VasaSim.Configuration.Texts;
using VasaSim.Server.Control;
using VasaSim.Settings;

namespace VasaSim.Commands;

/// <summary><c>vasasim wait</c>: ends when a simulator is ready.</summary>
internal static class WaitCommand
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    public static Command Create(Terminal terminal)
    {
        Command command = new("wait", "Waits until a simulator is ready.") { ClientSettings.Url.ToOption(), ClientSettings.Timeout.ToOption() };
        command.SetAction(async (arguments, cancellation) =>
        {
            SettingReader settings = new(arguments, terminal.Environment);
            Uri address = ClientVerb.AddressOf(settings, terminal.Environment);
            TimeSpan timeout = settings.Get(ClientSettings.Timeout);
            settings.Close();
            await WaitAsync(address, timeout, TimeProvider.System, cancellation);
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task WaitAsync(Uri address, TimeSpan timeout, TimeProvider time, CancellationToken cancellation)
    {
        using ControlClient client = new(address, patience: _patience);
        long begin = time.GetTimestamp();
        while (true)
        {
            try
            {
                await client.GetAsync("/_sim/health/ready", ControlJson.Readable.HealthReport, cancellation);
                return;
            }
            catch (CommandException e) when (time.GetElapsedTime(begin) >= timeout)
            {
                throw new CommandException(ExitCode.Timeout, $"Not ready within {DurationText.Format(timeout)}: {e.Message}");
            }
            catch (CommandException)
            {
                await Task.Delay(_pause, time, cancellation);
            }
        }
    }
}
