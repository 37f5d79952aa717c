using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VasaSim.Client;
using VasaSim.Settings;

namespace VasaSim.Commands;

/// <summary>What the commands that ask a running simulator have in common.</summary>
internal static class ClientVerb
{
    /// <summary>A command with the options to say which simulator, and how to write the answer.</summary>
    public static Command Create(Terminal terminal, string name, string description, Func<ClientCall, Task> run)
    {
        Command command = new(name, description) { ClientSettings.Url.ToOption(), ClientSettings.Token.ToOption(), ClientSettings.Json.ToOption() };
        command.SetAction(async (arguments, cancellation) =>
        {
            SettingReader settings = new(arguments, terminal.Environment);
            Uri address = AddressOf(settings, terminal.Environment);
            string? token = settings.Get(ClientSettings.Token);
            bool json = settings.Get(ClientSettings.Json);
            settings.Close();
            using ControlClient client = new(address, token);
            await run(new ClientCall(arguments, client, terminal.Out, json, cancellation));
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>The address to ask; a simulator that was started from this environment is found.</summary>
    public static Uri AddressOf(SettingReader settings, IReadOnlyDictionary<string, string> environment)
    {
        if (settings.Get(ClientSettings.Url) is { } url)
        {
            return url;
        }

        bool isGiven = environment.TryGetValue(StartSettings.ControlPort.Variable, out string? text) && Parsers.Port(text, out int given) && given > 0;
        return new Uri($"http://127.0.0.1:{(isGiven ? text : StartSettings.ControlPort.DefaultText)}");
    }
}

/// <summary>One run of a command that asks a simulator.</summary>
internal sealed record ClientCall(ParseResult Arguments, ControlClient Client, TextWriter Out, bool Json, CancellationToken Cancellation)
{
    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type) => Client.GetAsync(path, type, Cancellation);

    /// <summary>Writes the answer as JSON, or as people read it.</summary>
    public void Answer<T>(T value, JsonTypeInfo<T> type, Action<TextWriter> table)
    {
        if (Json)
        {
            Out.WriteLine(JsonSerializer.Serialize(value, type));
        }
        else
        {
            table(Out);
        }
    }
}
