using System.CommandLine;
using VasaSim.Settings;
using VasaSim.Trying;
using VasaSim.Trying.Reporting;
using VasaSim.Trying.Wire;

namespace VasaSim.Commands;

/// <summary>What the commands below <c>try</c> have in common.</summary>
internal static class TryVerb
{
    /// <summary>A command with the options to say which server, how to speak with it, and how to write what happened.</summary>
    /// <param name="terminal">What surrounds the program.</param>
    /// <param name="name">The command's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="run">Does it; the result tells whether all of it succeeded.</param>
    public static Command Create(Terminal terminal, string name, string description, Func<TryRun, Task<bool>> run)
    {
        Option<bool> viJson = new("--json") { Description = "Speaks VI JSON instead of SOAP." };
        Option<bool> trace = new("--trace") { Description = "Writes requests and replies to standard error as they are, without password and session." };
        Command command = new(name, description)
        {
            TrySettings.Server.ToOption(),
            TrySettings.Ca.ToOption(),
            TrySettings.User.ToOption(),
            StartSettings.Password.ToOption(),
            viJson,
            ClientSettings.Json.ToOption(),
            trace,
            ClientSettings.Timeout.ToOption(),
            ClientSettings.Url.ToOption(),
            ClientSettings.Token.ToOption(),
        };
        command.SetAction(async (arguments, cancellation) =>
        {
            SettingReader settings = new(arguments, terminal.Environment);
            Uri? server = settings.Get(TrySettings.Server);
            string? ca = settings.Get(TrySettings.Ca);
            Credentials credentials = new(settings.Get(TrySettings.User)!, settings.Get(StartSettings.Password)!);
            bool json = settings.Get(ClientSettings.Json);
            TimeSpan patience = settings.Get(ClientSettings.Timeout);
            string? token = settings.Get(ClientSettings.Token);
            Uri control = ClientVerb.AddressOf(settings, terminal.Environment);
            settings.Close();

            TryServer found = await TryServer.FindAsync(server, ca, control, token, DataDirectoryOf(terminal), cancellation);
            using HttpExchange exchange = new(found.Address, found.CaFile, new WireTrace(arguments.GetValue(trace) ? terminal.Error : null));
            ISmsConnection connection = arguments.GetValue(viJson) ? new JsonConnection(exchange) : new SoapConnection(exchange);
            using ITryReport report = json ? new JsonReport(terminal.Out) : new TableReport(terminal.Out);
            SmsClient client = new(connection, credentials, report, TimeProvider.System);
            GroupCalls calls = new(client, new TaskWait(client, patience, TimeProvider.System), TimeProvider.System);
            StorageView storage = await StorageView.FindAsync(client, cancellation);
            return await run(new TryRun(
                arguments,
                storage,
                new Inquiry(storage, client, calls, report, cancellation),
                new Workflow(storage, calls, report, cancellation)))
                ? ExitCode.Ok
                : ExitCode.Failed;
        });
        return command;
    }

    private static string? DataDirectoryOf(Terminal terminal) =>
        DataDirectory.Resolve(terminal.Environment.GetValueOrDefault(StartSettings.Data.Variable) is { Length: > 0 } given ? given : null);
}

/// <summary>One run of a command below <c>try</c>.</summary>
internal sealed record TryRun(ParseResult Arguments, StorageView Storage, Inquiry Inquiry, Workflow Workflow)
{
    /// <summary>The groups of an argument.</summary>
    public IReadOnlyList<KnownGroup> Groups(Argument<string[]> argument) => Groups(Arguments.GetRequiredValue(argument));

    /// <inheritdoc cref="StorageView.Resolve(IReadOnlyList{string})"/>
    public IReadOnlyList<KnownGroup> Groups(IReadOnlyList<string> names) => Storage.Resolve(names);
}
