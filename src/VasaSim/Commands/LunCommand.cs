using System.CommandLine;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim lun</c>: the LUNs of the arrays.</summary>
internal static class LunCommand
{
    private const string Path = "/_sim/v1/luns";

    public static Command Create(Terminal terminal) => new("lun", "The LUNs of the arrays.")
    {
        ClientVerb.Create(terminal, "ls", "Lists the LUNs.", ListAsync),
        Show(terminal),
        Set(terminal),
    };

    private static async Task ListAsync(ClientCall call)
    {
        LunList list = await call.GetAsync(Path, ControlJson.Readable.LunList);
        call.Answer(list, ControlJson.Readable.LunList, output => Reports.Luns(output, list.Luns));
    }

    private static Command Show(Terminal terminal)
    {
        Argument<string> id = Id();
        Command command = ClientVerb.Create(terminal, "show", "Shows a LUN.", async call =>
            Answer(call, await call.GetAsync(PathOf(call, id), ControlJson.Readable.LunReport)));
        command.Add(id);
        return command;
    }

    private static Command Set(Terminal terminal)
    {
        Argument<string> id = Id();
        Option<long?> used = new("--used") { HelpName = "MiB", Description = "How much of it is used, up to its capacity." };
        Command command = ClientVerb.Create(terminal, "set", "Fills or empties a LUN.", async call => Answer(call, await call.Client.SendAsync(
            HttpMethod.Patch,
            PathOf(call, id),
            new JsonObject { ["usedInMB"] = call.Arguments.GetValue(used) },
            ControlJson.Readable.LunReport,
            call.Cancellation)));
        command.Add(id);
        command.Add(used);
        Changes.Require(command, [used]);
        return command;
    }

    private static Argument<string> Id() => new("ID") { Description = "The LUN, such as a1-l1." };

    private static string PathOf(ClientCall call, Argument<string> id) => $"{Path}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(id))}";

    private static void Answer(ClientCall call, LunReport lun) =>
        call.Answer(lun, ControlJson.Readable.LunReport, output => Reports.Luns(output, [lun]));
}
