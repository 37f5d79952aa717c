using System.CommandLine;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim protection</c>: the protection groups.</summary>
internal static class ProtectionCommand
{
    private const string Path = "/_sim/v1/protection-groups";

    public static Command Create(Terminal terminal) => new("protection", "The protection groups.")
    {
        ClientVerb.Create(terminal, "ls", "Lists the protection groups.", ListAsync),
        OnGroup(terminal, "show", "Shows a protection group with its machines.", HttpMethod.Get),
        Load(terminal),
        DeletePlaceholder(terminal),
    };

    private static async Task ListAsync(ClientCall call)
    {
        ProtectionGroupList list = await call.GetAsync(Path, ControlJson.Readable.ProtectionGroupList);
        call.Answer(list, ControlJson.Readable.ProtectionGroupList, output => ProtectionTables.Groups(output, list.ProtectionGroups));
    }

    private static Command Load(Terminal terminal)
    {
        Argument<string> time = new("DURATION") { Description = "For how long, such as 30s." };
        Command command = OnGroup(
            terminal, "load", "Lets a protection group be read anew for a time.", HttpMethod.Post,
            _ => "/load", arguments => new JsonObject { ["for"] = arguments.GetRequiredValue(time) });
        command.Add(time);
        return command;
    }

    private static Command DeletePlaceholder(Terminal terminal)
    {
        Argument<string> machine = new("MACHINE") { Description = "The id of the protected machine, such as vm-101." };
        Command command = OnGroup(
            terminal, "delete-placeholder", "Deletes what stands for a machine at the recovery site.", HttpMethod.Delete,
            arguments => $"/placeholders/{Uri.EscapeDataString(arguments.GetRequiredValue(machine))}");
        command.Add(machine);
        return command;
    }

    private static Command OnGroup(
        Terminal terminal, string name, string description, HttpMethod method,
        Func<ParseResult, string>? path = null, Func<ParseResult, JsonObject>? body = null)
    {
        Argument<string> id = new("GROUP") { Description = "The name or the id of the protection group, such as pg-gold." };
        Command command = ClientVerb.Create(terminal, name, description, async call =>
        {
            ProtectionGroupReport group = await call.Client.SendAsync(
                method,
                $"{Path}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(id))}{path?.Invoke(call.Arguments)}",
                body?.Invoke(call.Arguments),
                ControlJson.Readable.ProtectionGroupReport,
                call.Cancellation);
            call.Answer(group, ControlJson.Readable.ProtectionGroupReport, output => ProtectionTables.Group(output, group));
        });
        command.Add(id);
        return command;
    }
}
