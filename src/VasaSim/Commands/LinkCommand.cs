using System.CommandLine;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim link</c>: the links between fault domains and between clouds.</summary>
internal static class LinkCommand
{
    private const string Path = "/_sim/v1/links";

    public static Command Create(Terminal terminal) => new("link", "The links between fault domains and between clouds.")
    {
        ClientVerb.Create(terminal, "ls", "Lists the links.", ListAsync),
        Show(terminal),
        Set(terminal),
    };

    private static async Task ListAsync(ClientCall call)
    {
        LinkList list = await call.GetAsync(Path, ControlJson.Readable.LinkList);
        call.Answer(list, ControlJson.Readable.LinkList, output => Reports.Links(output, list.Links));
    }

    private static Command Show(Terminal terminal)
    {
        (Argument<string> a, Argument<string> b) = Ends();
        Command command = ClientVerb.Create(terminal, "show", "Shows a link.", async call =>
            Answer(call, await call.GetAsync(PathOf(call, a, b), ControlJson.Readable.LinkReport)));
        command.Add(a);
        command.Add(b);
        return command;
    }

    private static Command Set(Terminal terminal)
    {
        (Argument<string> a, Argument<string> b) = Ends();
        Option<bool> down = new("--down") { Description = "Nothing passes any more." };
        Option<bool> up = new("--up") { Description = "Data and control messages pass." };
        Option<string?> lag = new("--lag") { HelpName = "DURATION", Description = "How far the target is behind, such as 4m." };
        Option<string?> bandwidth = new("--bandwidth") { HelpName = "SPEED|none", Description = "The limit, such as 50MB/s; none for no limit." };
        Command command = ClientVerb.Create(terminal, "set", "Changes a link.", async call =>
        {
            JsonObject patch = [];
            if (call.Arguments.GetValue(up) || call.Arguments.GetValue(down))
            {
                patch["up"] = call.Arguments.GetValue(up);
            }

            if (call.Arguments.GetValue(lag) is { } behind)
            {
                patch["lag"] = behind;
            }

            if (call.Arguments.GetValue(bandwidth) is { } limit)
            {
                patch["bandwidth"] = limit == "none" ? null : limit;
            }

            Answer(call, await call.Client.SendAsync(HttpMethod.Patch, PathOf(call, a, b), patch, ControlJson.Readable.LinkReport, call.Cancellation));
        });
        command.Add(a);
        command.Add(b);
        Option[] changes = [down, up, lag, bandwidth];
        foreach (Option change in changes)
        {
            command.Add(change);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(down) && result.GetValue(up))
            {
                result.AddError("--down and --up exclude each other.");
            }
        });
        Changes.Require(command, changes);
        return command;
    }

    private static (Argument<string> A, Argument<string> B) Ends() => (
        new("A") { Description = "The fault domain or cloud at one end, such as fd-a1 or cloud-a." },
        new("B") { Description = "The fault domain or cloud at the other end." });

    private static string PathOf(ClientCall call, Argument<string> a, Argument<string> b) =>
        $"{Path}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(a))}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(b))}";

    private static void Answer(ClientCall call, LinkReport link) =>
        call.Answer(link, ControlJson.Readable.LinkReport, output => Reports.Links(output, [link]));
}
