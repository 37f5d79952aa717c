using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Server.Control;
using VasaSim.Server.Journal;

namespace VasaSim.Commands;

/// <summary><c>vasasim journal verify</c>: whether the calls are what a test expects.</summary>
internal static class JournalVerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<long?> since = JournalCommand.Since();
        (string Rule, string Limit, Option<long?> Option)[] bounds =
        [
            ("calls", "atLeast", Bound("--at-least", "There are at least so many calls.")),
            ("calls", "atMost", Bound("--at-most", "There are at most so many calls.")),
            ("calls", "exactly", Bound("--exactly", "There are so many calls.")),
            ("groupsPerCall", "atLeast", Bound("--groups-at-least", "Each call names at least so many groups.")),
            ("groupsPerCall", "atMost", Bound("--groups-at-most", "Each call names at most so many groups.")),
            ("groupsPerCall", "exactly", Bound("--groups-exactly", "Each call names so many groups.")),
        ];
        Option<bool> neverWhileRunning = new("--never-while-running") { Description = "No call came while the task of an earlier one was running." };
        Option<string?> order = new("--order") { HelpName = "PATTERNS", Description = "Operations that came in this order, joined by commas." };
        CallFilter filter = new();
        Command command = ClientVerb.Create(terminal, "verify", "Compares the calls with what is expected of them.", async call =>
        {
            JsonObject body = [];
            Set(body, "since", call.Arguments.GetValue(since));
            Set(body, "match", filter.Match(call.Arguments));
            foreach ((string rule, string limit, Option<long?> option) in bounds)
            {
                if (call.Arguments.GetValue(option) is { } value)
                {
                    body[rule] ??= new JsonObject();
                    body[rule]![limit] = value;
                }
            }

            if (call.Arguments.GetValue(neverWhileRunning))
            {
                body["neverWhile"] = new JsonObject { ["running"] = true };
            }

            Set(body, "order", call.Arguments.GetValue(order) is { } operations
                ? new JsonArray([.. operations.Split(',').Select(o => (JsonNode)new JsonObject { ["operation"] = o })])
                : null);
            VerificationResult result = await call.Client.SendAsync(
                HttpMethod.Post, JournalCommand.Path + "/verify", body, ControlJson.Readable.VerificationResult, call.Cancellation);
            call.Answer(result, ControlJson.Readable.VerificationResult, output => CallReports.Verification(output, result));
            if (!result.Passed)
            {
                throw new CommandException(
                    ExitCode.NotVerified,
                    string.Create(CultureInfo.InvariantCulture, $"Not verified: {result.Failures.Count} failed, {result.Unknown.Count} unknown."));
            }
        });
        filter.AddTo(command);
        command.Add(since);
        foreach ((_, _, Option<long?> option) in bounds)
        {
            command.Add(option);
        }

        command.Add(neverWhileRunning);
        command.Add(order);
        return command;
    }

    private static Option<long?> Bound(string name, string description) => new(name) { HelpName = "N", Description = description };

    private static void Set(JsonObject body, string key, JsonNode? value)
    {
        if (value is not null)
        {
            body[key] = value;
        }
    }
}
