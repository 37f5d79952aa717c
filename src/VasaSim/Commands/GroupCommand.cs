using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Lab.Reading;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim groups</c>: the replication groups and their replicas.</summary>
internal static class GroupCommand
{
    private const string Path = "/_sim/v1/groups";

    private static readonly string _states = string.Join('|', GroupWords.States.Select(s => s.Name));

    public static Command Create(Terminal terminal) => new("groups", "The replication groups, each side by itself.")
    {
        List(terminal),
        Show(terminal),
        Set(terminal),
        Replicas(terminal),
    };

    private static Command List(Terminal terminal)
    {
        Option<string?> domain = new("--fault-domain") { HelpName = "ID", Description = "Only those of a fault domain." };
        Option<string?> state = new("--state") { HelpName = _states, Description = "Only those in a state." };
        Option<string[]> label = new("--label") { HelpName = "NAME[=VALUE]", Description = "Only those with a label; may be repeated." };
        Command command = ClientVerb.Create(terminal, "ls", "Lists the groups.", async call =>
        {
            IEnumerable<(string Key, string? Value)> filters =
            [
                ("faultDomain", call.Arguments.GetValue(domain)),
                ("state", call.Arguments.GetValue(state)),
                .. (call.Arguments.GetValue(label) ?? []).Select(l => ("label", (string?)l)),
            ];
            string query = string.Join('&', filters.Where(f => f.Value is not null).Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value!)}"));
            GroupList list = await call.GetAsync($"{Path}?{query}", ControlJson.Readable.GroupList);
            call.Answer(list, ControlJson.Readable.GroupList, output => GroupTables.Groups(output, list.Groups));
        });
        command.Add(domain);
        command.Add(state);
        command.Add(label);
        return command;
    }

    private static Command Show(Terminal terminal) => OnGroup(terminal, "show", "Shows a group with its devices.", async (call, path) =>
        Answer(call, await call.GetAsync(path, ControlJson.Readable.GroupReport)));

    private static Command Set(Terminal terminal)
    {
        Option<bool> force = new("--force") { Description = "Change this side alone, whatever the laws say." };
        PatchOptions patch = new PatchOptions()
            .Text("--state", _states, "Bring it to a state, as the operation does that leads there.")
            .Flag("--prepared", "Whether a failover is prepared.")
            .Flag("--promote-capable", "Whether a test can be promoted.")
            .Flag("--auto-reverse", "Whether a failover reverses at once.")
            .Text("--change-rate", "SPEED", "What is written at the source, such as 2MB/s.")
            .Text("--name", "TEXT|none", "The name given at the array.", TextOrNone)
            .Text("--description", "TEXT|none", "The description given at the array.", TextOrNone);
        AddLabels(patch);
        Command command = OnGroup(terminal, "set", "Changes a group.", async (call, path) => Answer(call, await call.Client.SendAsync(
            HttpMethod.Patch,
            call.Arguments.GetValue(force) ? path + "?force=true" : path,
            patch.Read(call.Arguments),
            ControlJson.Readable.GroupReport,
            call.Cancellation)));
        patch.AddTo(command);
        command.Add(force);
        return command;
    }

    private static void AddLabels(PatchOptions patch)
    {
        Option<string[]> label = new("--label") { HelpName = "NAME=VALUE", Description = "Set a label; may be repeated." };
        label.Validators.Add(result =>
        {
            foreach (string wrong in result.Tokens.Select(t => t.Value).Where(t => !t.Contains('=', StringComparison.Ordinal)))
            {
                result.AddError($"--label: '{wrong}' is not legal; it must be a name and a value, such as tier=gold. --unlabel takes a label away.");
            }
        });
        Option<string[]> unlabel = new("--unlabel") { HelpName = "NAME", Description = "Take a label away; may be repeated." };
        patch.Add(label, (arguments, body) =>
        {
            foreach (string[] parts in (arguments.GetValue(label) ?? []).Select(l => l.Split('=', 2)))
            {
                LabelsOf(body)[parts[0]] = parts[1];
            }
        });
        patch.Add(unlabel, (arguments, body) =>
        {
            foreach (string name in arguments.GetValue(unlabel) ?? [])
            {
                LabelsOf(body)[name] = null;
            }
        });
    }

    private static Command Replicas(Terminal terminal)
    {
        Option<string?> make = new("--make") { HelpName = "NAME", Description = "Make one now, as a sync does." };
        Option<string?> expire = new("--expire") { HelpName = "REPLICA", Description = "Let one go that was not made by the schedule." };
        Option<int> limit = new("--limit") { HelpName = "N", Description = "How many of the newest to list. [default: 100]", DefaultValueFactory = _ => 100 };
        Command command = OnGroup(terminal, "replicas", "Lists the replicas of a group, newest first, or changes them.", (call, path) =>
        {
            path += "/replicas";
            return call.Arguments.GetValue(make) is { } name ? ChangeAsync(call, HttpMethod.Post, path, new JsonObject { ["name"] = name })
                : call.Arguments.GetValue(expire) is { } id ? ChangeAsync(call, HttpMethod.Delete, $"{path}/{Uri.EscapeDataString(id)}", null)
                : ListAsync(call, string.Create(CultureInfo.InvariantCulture, $"{path}?limit={call.Arguments.GetValue(limit)}"));
        });
        command.Add(make);
        command.Add(expire);
        command.Add(limit);
        command.Validators.Add(result =>
        {
            if (result.GetValue(make) is not null && result.GetValue(expire) is not null)
            {
                result.AddError("--make and --expire exclude each other.");
            }
        });
        return command;

        static async Task ListAsync(ClientCall call, string path)
        {
            ReplicaList list = await call.GetAsync(path, ControlJson.Readable.ReplicaList);
            call.Answer(list, ControlJson.Readable.ReplicaList, output => GroupTables.Replicas(output, list.Replicas));
        }

        static async Task ChangeAsync(ClientCall call, HttpMethod method, string path, JsonObject? body)
        {
            ReplicaReport replica = await call.Client.SendAsync(method, path, body, ControlJson.Readable.ReplicaReport, call.Cancellation);
            call.Answer(replica, ControlJson.Readable.ReplicaReport, output => GroupTables.Replicas(output, [replica]));
        }
    }

    private static Command OnGroup(Terminal terminal, string name, string description, Func<ClientCall, string, Task> run)
    {
        Argument<string> domain = new("FAULT-DOMAIN") { Description = "The fault domain, such as fd-b1." };
        Argument<string> id = new("ID") { Description = "The group in it, such as rg-01-t." };
        Command command = ClientVerb.Create(terminal, name, description, call => run(
            call, $"{Path}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(domain))}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(id))}"));
        command.Add(domain);
        command.Add(id);
        return command;
    }

    private static JsonNode? TextOrNone(string text) => text == "none" ? null : text;

    private static JsonObject LabelsOf(JsonObject body)
    {
        if (body["labels"] is not JsonObject labels)
        {
            body["labels"] = labels = [];
        }

        return labels;
    }

    private static void Answer(ClientCall call, GroupReport group) =>
        call.Answer(group, ControlJson.Readable.GroupReport, output => GroupTables.Group(output, group));
}
