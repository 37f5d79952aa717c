using System.CommandLine;
using System.Globalization;
using System.Text;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim journal</c>: the calls that clients, and runs of recovery plans, made.</summary>
internal static class JournalCommand
{
    public const string Path = "/_sim/v1/journal";

    public static Command Create(Terminal terminal) => new("journal", "The calls that clients, and runs of recovery plans, made.")
    {
        List(terminal),
        Show(terminal),
        JournalTailCommand.Create(terminal),
        JournalVerifyCommand.Create(terminal),
        ClientVerb.Create(terminal, "clear", "Forgets the calls; numbers go on.", async call =>
        {
            JournalClearReport report = await call.Client.SendAsync(
                HttpMethod.Delete, Path, null, ControlJson.Readable.JournalClearReport, call.Cancellation);
            call.Answer(report, ControlJson.Readable.JournalClearReport, output =>
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Cleared {report.Cleared} calls.")));
        }),
    };

    /// <summary>The option for the number after which calls count.</summary>
    public static Option<long?> Since() => new("--since") { HelpName = "NUMBER", Description = "Only calls after that number." };

    private static Command List(Terminal terminal)
    {
        Option<long?> since = Since();
        Option<int?> limit = new("--limit") { HelpName = "N", Description = "How many at most: the newest, or with --since the first. [default: 100]" };
        CallFilter filter = new();
        Command command = ClientVerb.Create(terminal, "ls", "Lists calls, the newest last.", async call =>
        {
            IEnumerable<string> query =
            [
                .. filter.Query(call.Arguments),
                .. Parameter("since", call.Arguments.GetValue(since)),
                .. Parameter("limit", call.Arguments.GetValue(limit)),
            ];
            CallList list = await call.GetAsync($"{Path}?{string.Join('&', query)}", ControlJson.Readable.CallList);
            call.Answer(list, ControlJson.Readable.CallList, output => CallReports.List(output, list));
        });
        filter.AddTo(command);
        command.Add(since);
        command.Add(limit);
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        Argument<long> number = new("NUMBER") { Description = "The call's number, as ls shows it." };
        Option<string?> form = new("--as") { HelpName = "raw|curl", Description = "Only the request: as it was, or as a line for a shell that sends it." };
        Command command = ClientVerb.Create(terminal, "show", "Shows a call with its request and reply.", async call =>
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"{Path}/{call.Arguments.GetValue(number)}");
            if (call.Arguments.GetValue(form) is { } given)
            {
                call.Out.Write(Encoding.UTF8.GetString(await call.Client.GetBytesAsync($"{path}?as={Uri.EscapeDataString(given)}", call.Cancellation)));
                return;
            }

            CallReport report = await call.GetAsync(path, ControlJson.Readable.CallReport);
            call.Answer(report, ControlJson.Readable.CallReport, output => CallReports.Call(output, report));
        });
        command.Add(number);
        command.Add(form);
        return command;
    }

    private static IEnumerable<string> Parameter(string name, long? value) =>
        value is { } number ? [string.Create(CultureInfo.InvariantCulture, $"{name}={number}")] : [];
}
