using System.CommandLine;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim machines</c>: the machines of vCenters.</summary>
internal static class MachineCommand
{
    private const string Path = "/_sim/v1/machines";

    public static Command Create(Terminal terminal) => new("machines", "The machines of vCenters.")
    {
        List(terminal),
        OnMachine(terminal, "show", "Shows a machine.", HttpMethod.Get),
        Set(terminal),
        OnMachine(terminal, "delete", "Deletes a machine from its vCenter, and shows what it was.", HttpMethod.Delete),
    };

    private static Command List(Terminal terminal)
    {
        Option<string?> site = new("--site") { HelpName = "ID", Description = "Only those of a site." };
        Command command = ClientVerb.Create(terminal, "ls", "Lists the machines.", async call =>
        {
            string query = call.Arguments.GetValue(site) is { } of ? $"?site={Uri.EscapeDataString(of)}" : "";
            MachineList list = await call.GetAsync(Path + query, ControlJson.Readable.MachineList);
            call.Answer(list, ControlJson.Readable.MachineList, output => ProtectionTables.Machines(output, list.Machines));
        });
        command.Add(site);
        return command;
    }

    private static Command Set(Terminal terminal)
    {
        PatchOptions patch = new PatchOptions()
            .Text("--folder", "ID", "The folder it is in, such as group-v3.")
            .Text("--resource-pool", "ID", "The resource pool it is in.")
            .Text("--networks", "IDS|none", "The networks of its adapters, joined by commas.", ListOrNone)
            .Text("--storage-policy", "ID", "The storage policy of its home.")
            .Text("--datastore", "ID", "The datastore of its files.")
            .Text("--unreplicated-disks", "LABELS|none", "Its disks that are on no replicated storage, such as 'Hard disk 3', joined by commas.", ListOrNone);
        Command command = OnMachine(terminal, "set", "Changes a machine.", HttpMethod.Patch, patch.Read);
        patch.AddTo(command);
        return command;
    }

    private static Command OnMachine(
        Terminal terminal, string name, string description, HttpMethod method, Func<ParseResult, JsonObject>? body = null)
    {
        Argument<string> id = new("MACHINE") { Description = "The id of the machine, such as vm-101." };
        Command command = ClientVerb.Create(terminal, name, description, async call =>
        {
            MachineReport machine = await call.Client.SendAsync(
                method,
                $"{Path}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(id))}",
                body?.Invoke(call.Arguments),
                ControlJson.Readable.MachineReport,
                call.Cancellation);
            call.Answer(machine, ControlJson.Readable.MachineReport, output => ProtectionTables.Machines(output, [machine]));
        });
        command.Add(id);
        return command;
    }

    private static JsonArray ListOrNone(string value) => value == "none" ? [] : [.. value.Split(',').Select(v => (JsonNode)v)];
}
