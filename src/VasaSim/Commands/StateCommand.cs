using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim state</c>: the world as a whole.</summary>
internal static class StateCommand
{
    private const string Snapshots = "/_sim/v1/snapshots";

    public static Command Create(Terminal terminal) => new("state", "The simulated world as a whole.")
    {
        ClientVerb.Create(terminal, "reset", "Makes the world anew from its lab and seed.", ResetAsync),
        Snapshot(terminal),
        Restore(terminal),
        ClientVerb.Create(terminal, "snapshots", "Lists the snapshots.", ListAsync),
        Forget(terminal),
    };

    private static async Task ResetAsync(ClientCall call)
    {
        ResetReport report = await call.Client.SendAsync(
            HttpMethod.Post, "/_sim/v1/state/reset", null, ControlJson.Readable.ResetReport, call.Cancellation);
        call.Answer(report, ControlJson.Readable.ResetReport, output =>
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Reset in {report.Milliseconds} ms; {report.Groups} groups and {report.Tasks} tasks were dropped."));
            output.WriteLine($"clock  {Reports.Clock(report.Clock)}");
        });
    }

    private static Command Snapshot(Terminal terminal)
    {
        Argument<string?> name = new("NAME")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "What to call it. [default: the next free snapshot-N]",
        };
        Command command = ClientVerb.Create(terminal, "snapshot", "Keeps the world as it is now.", async call => Answer(call, await call.Client.SendAsync(
            HttpMethod.Post,
            Snapshots,
            call.Arguments.GetValue(name) is { } wanted ? new JsonObject { ["name"] = wanted } : null,
            ControlJson.Readable.SnapshotReport,
            call.Cancellation)));
        command.Add(name);
        return command;
    }

    private static Command Restore(Terminal terminal)
    {
        Argument<string> name = Name();
        Command command = ClientVerb.Create(terminal, "restore", "Puts a snapshot in the place of the world.", async call =>
        {
            RestoreReport report = await call.Client.SendAsync(
                HttpMethod.Post, $"{PathOf(call, name)}/restore", null, ControlJson.Readable.RestoreReport, call.Cancellation);
            call.Answer(report, ControlJson.Readable.RestoreReport, output =>
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Restored '{report.Snapshot.Name}' in {report.Milliseconds} ms; it has {report.Snapshot.Groups} groups and {report.Snapshot.Tasks} tasks."));
                output.WriteLine($"clock  {Reports.Clock(report.Clock)}");
            });
        });
        command.Add(name);
        return command;
    }

    private static async Task ListAsync(ClientCall call)
    {
        SnapshotList list = await call.GetAsync(Snapshots, ControlJson.Readable.SnapshotList);
        call.Answer(list, ControlJson.Readable.SnapshotList, output => Reports.Snapshots(output, list.Snapshots));
    }

    private static Command Forget(Terminal terminal)
    {
        Argument<string> name = Name();
        Command command = ClientVerb.Create(terminal, "forget", "Deletes a snapshot.", async call => Answer(call, await call.Client.SendAsync(
            HttpMethod.Delete, PathOf(call, name), null, ControlJson.Readable.SnapshotReport, call.Cancellation)));
        command.Add(name);
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "The snapshot." };

    private static string PathOf(ClientCall call, Argument<string> name) => $"{Snapshots}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(name))}";

    private static void Answer(ClientCall call, SnapshotReport snapshot) =>
        call.Answer(snapshot, ControlJson.Readable.SnapshotReport, output => Reports.Snapshots(output, [snapshot]));
}
