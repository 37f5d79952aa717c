using System.CommandLine;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim clock</c>: the simulated time.</summary>
internal static class ClockCommand
{
    private const string Path = "/_sim/v1/clock";

    public static Command Create(Terminal terminal) => new("clock", "The simulated time.")
    {
        ClientVerb.Create(terminal, "show", "Shows the time and how it passes.", async call =>
            Answer(call, await call.GetAsync(Path, ControlJson.Readable.ClockReport))),
        ClientVerb.Create(terminal, "freeze", "Makes time stand still.", call => PostAsync(call, "freeze", null)),
        Resume(terminal),
        Advance(terminal),
    };

    private static Command Resume(Terminal terminal)
    {
        Option<double?> scale = new("--scale") { HelpName = "N", Description = "Simulated seconds in a real one. [default: as before]" };
        Command command = ClientVerb.Create(terminal, "resume", "Lets time pass again.", call =>
            PostAsync(call, "resume", call.Arguments.GetValue(scale) is { } n ? new JsonObject { ["scale"] = n } : null));
        command.Add(scale);
        return command;
    }

    private static Command Advance(Terminal terminal)
    {
        Argument<string> by = new("DURATION") { Description = "How far, such as 500ms, 4m, 1h30m or 7d." };
        Command command = ClientVerb.Create(
            terminal,
            "advance",
            "Moves time on; ends when everything that is due by then is done.",
            call => PostAsync(call, "advance", new JsonObject { ["by"] = call.Arguments.GetValue(by) }));
        command.Add(by);
        return command;
    }

    private static async Task PostAsync(ClientCall call, string verb, JsonObject? body) => Answer(
        call,
        await call.Client.SendAsync(HttpMethod.Post, $"{Path}/{verb}", body, ControlJson.Readable.ClockReport, call.Cancellation));

    private static void Answer(ClientCall call, ClockReport clock) =>
        call.Answer(clock, ControlJson.Readable.ClockReport, output => output.WriteLine(Reports.Clock(clock)));
}
