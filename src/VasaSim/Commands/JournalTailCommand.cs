using System.CommandLine;
using System.Net.ServerSentEvents;
using System.Text.Json;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim journal tail</c>: calls as they are answered, until Ctrl-C or the end of the simulator.</summary>
internal static class JournalTailCommand
{
    private const string Path = "/_sim/v1/events";

    public static Command Create(Terminal terminal)
    {
        CallFilter filter = new();
        Command command = ClientVerb.Create(terminal, "tail", "Shows calls as they are answered, one in a line, until Ctrl-C.", call =>
            call.Client.ReadEventsAsync($"{Path}?{string.Join('&', filter.Query(call.Arguments))}", happened => Write(call, happened), call.Cancellation));
        filter.AddTo(command);
        return command;
    }

    private static void Write(ClientCall call, SseItem<string> happened)
    {
        switch (happened.EventType)
        {
            case "begin" when !call.Json:
                call.Out.WriteLine(CallReports.LineHead);
                break;
            case "call" or "lost" when call.Json:
                call.Out.WriteLine(happened.Data);
                break;
            case "call":
                call.Out.WriteLine(CallReports.Line(JsonSerializer.Deserialize(happened.Data, ControlJson.Readable.CallReport)!));
                break;
            case "lost":
                call.Out.WriteLine($"{JsonSerializer.Deserialize(happened.Data, ControlJson.Readable.LostReport)!.Lost} events were lost: this reads too slowly.");
                break;
        }

        call.Out.Flush();
    }
}
