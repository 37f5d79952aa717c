using System.CommandLine;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim clouds</c>: the clouds, their machines and their replications.</summary>
internal static class CloudCommand
{
    private const string Path = "/_sim/v1/clouds";
    private const string ReplicationPath = "/_sim/v1/cloud-replications";

    public static Command Create(Terminal terminal) => new("clouds", "The clouds, their machines and their replications.")
    {
        ClientVerb.Create(terminal, "ls", "Lists the clouds.", ListAsync),
        Machines(terminal),
        Power(terminal, "power-on", "Powers a machine on.", on: true),
        Power(terminal, "power-off", "Powers a machine off.", on: false),
        Set(terminal),
        new Command("replications", "The replications between clouds.")
        {
            ClientVerb.Create(terminal, "ls", "Lists the replications.", ListReplicationsAsync),
            ShowReplication(terminal),
        },
    };

    private static async Task ListAsync(ClientCall call)
    {
        CloudList list = await call.GetAsync(Path, ControlJson.Readable.CloudList);
        call.Answer(list, ControlJson.Readable.CloudList, output => CloudTables.Clouds(output, list.Clouds));
    }

    private static Command Machines(Terminal terminal)
    {
        Argument<string> site = Site();
        Command command = ClientVerb.Create(terminal, "machines", "Lists the machines of a cloud.", async call =>
        {
            CloudMachineList list = await call.GetAsync(PathOf(call, site), ControlJson.Readable.CloudMachineList);
            call.Answer(list, ControlJson.Readable.CloudMachineList, output => CloudTables.Machines(output, list.Machines));
        });
        command.Add(site);
        return command;
    }

    private static Command Power(Terminal terminal, string name, string description, bool on) =>
        Change(terminal, name, description, _ => new JsonObject { ["poweredOn"] = on });

    private static Command Set(Terminal terminal)
    {
        PatchOptions patch = new PatchOptions().Text("--change-rate", "SPEED", "What it writes while it runs, such as 2MB/s.");
        Command command = Change(terminal, "set", "Changes a machine.", patch.Read);
        patch.AddTo(command);
        return command;
    }

    private static Command Change(Terminal terminal, string name, string description, Func<ParseResult, JsonObject> patch)
    {
        Argument<string> site = Site();
        Argument<string> id = new("MACHINE") { Description = "The id of the machine." };
        Command command = ClientVerb.Create(terminal, name, description, async call =>
        {
            CloudMachineReport machine = await call.Client.SendAsync(
                HttpMethod.Patch,
                $"{PathOf(call, site)}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(id))}",
                patch(call.Arguments),
                ControlJson.Readable.CloudMachineReport,
                call.Cancellation);
            call.Answer(machine, ControlJson.Readable.CloudMachineReport, output => CloudTables.Machines(output, [machine]));
        });
        command.Add(site);
        command.Add(id);
        return command;
    }

    private static async Task ListReplicationsAsync(ClientCall call)
    {
        CloudReplicationList list = await call.GetAsync(ReplicationPath, ControlJson.Readable.CloudReplicationList);
        call.Answer(list, ControlJson.Readable.CloudReplicationList, output => CloudTables.Replications(output, list.Replications));
    }

    private static Command ShowReplication(Terminal terminal)
    {
        Argument<string> id = new("ID") { Description = "The replication, such as C4-…" };
        Command command = ClientVerb.Create(terminal, "show", "Shows a replication with its instances.", async call =>
        {
            CloudReplicationReport replication = await call.GetAsync(
                $"{ReplicationPath}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(id))}", ControlJson.Readable.CloudReplicationReport);
            call.Answer(replication, ControlJson.Readable.CloudReplicationReport, output => CloudTables.Replication(output, replication));
        });
        command.Add(id);
        return command;
    }

    private static Argument<string> Site() => new("CLOUD") { Description = "The cloud, such as cloud-a." };

    private static string PathOf(ClientCall call, Argument<string> site) => $"{Path}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(site))}/machines";
}
