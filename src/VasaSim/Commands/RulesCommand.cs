using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Faults.Rules;
using VasaSim.Server.Control;
using VasaSim.Settings;

namespace VasaSim.Commands;

/// <summary><c>vasasim rules</c>: the fault rules.</summary>
internal static class RulesCommand
{
    public const string Path = "/_sim/v1/rules";

    public static Command Create(Terminal terminal)
    {
        Command command = Changes(terminal);
        foreach (Command question in RuleQuestionCommands.Create(terminal))
        {
            command.Add(question);
        }

        return command;
    }

    private static Command Changes(Terminal terminal) => new("rules", "The fault rules.")
    {
        ClientVerb.Create(terminal, "ls", "Lists the rules, and how often they matched and hit.", async call =>
            AnswerAll(call, await call.GetAsync(Path, ControlJson.Readable.JsonNode))),
        Of(terminal, "show", "Shows a rule.", async (call, path, _) => AnswerOne(call, await call.GetAsync(path, ControlJson.Readable.JsonNode))),
        RuleAddCommand.Create(terminal),
        Set(terminal),
        Of(terminal, "rm", "Takes a rule away.", RemoveAsync),
        Of(terminal, "enable", "Puts a rule in force again.", (call, path, _) => EnableAsync(call, path, true)),
        Of(terminal, "disable", "Keeps a rule, but not in force.", (call, path, _) => EnableAsync(call, path, false)),
        Validate(terminal),
        ClientVerb.Create(terminal, "export", "Writes the rules in force as a rule file, in JSON.", async call =>
            call.Out.WriteLine((await call.GetAsync($"{Path}/export", ControlJson.Readable.JsonNode)).ToJsonString(ControlJson.Readable.Options))),
    };

    /// <summary>The path of a rule.</summary>
    public static string PathOf(string id) => $"{Path}/{Uri.EscapeDataString(id)}";

    private static Command Of(Terminal terminal, string name, string description, Func<ClientCall, string, string, Task> run)
    {
        Argument<string> id = new("ID") { Description = "The rule's id, as ls shows it." };
        Command command = ClientVerb.Create(terminal, name, description, call =>
        {
            string given = call.Arguments.GetRequiredValue(id);
            return run(call, PathOf(given), given);
        });
        command.Add(id);
        return command;
    }

    private static Command Set(Terminal terminal)
    {
        Argument<string> file = FileArgument();
        Command command = ClientVerb.Create(terminal, "set", "Puts the rules of a file in the place of all there are; those that are the same keep their counts.", async call =>
        {
            JsonObject body = RuleFile.Write(RulesArgument.Load(call.Arguments.GetRequiredValue(file))).AsObject();
            AnswerAll(call, await call.Client.SendAsync(HttpMethod.Put, Path, body, ControlJson.Readable.JsonNode, call.Cancellation));
        });
        command.Add(file);
        return command;
    }

    private static Command Validate(Terminal terminal)
    {
        Argument<string> file = FileArgument();
        Command command = new("validate", "Tells everything that is wrong with a rule file.") { file };
        command.SetAction(arguments =>
        {
            string path = arguments.GetRequiredValue(file);
            int count = RulesArgument.Load(path).Rules.Count;
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {count} {(count == 1 ? "rule" : "rules")}. No problems."));
        });
        return command;
    }

    private static async Task RemoveAsync(ClientCall call, string path, string id)
    {
        JsonNode left = await call.Client.SendAsync(HttpMethod.Delete, path, null, ControlJson.Readable.JsonNode, call.Cancellation);
        call.Answer(left, ControlJson.Readable.JsonNode, output => output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Removed '{id}'; rules left: {left["rules"]!.AsArray().Count}.")));
    }

    private static async Task EnableAsync(ClientCall call, string path, bool enabled) => AnswerOne(call, await call.Client.SendAsync(
        HttpMethod.Patch, path, new JsonObject { ["enabled"] = enabled }, ControlJson.Readable.JsonNode, call.Cancellation));

    private static Argument<string> FileArgument() => new("FILE") { Description = "The rule file, in YAML or JSON." };

    private static void AnswerAll(ClientCall call, JsonNode set) =>
        call.Answer(set, ControlJson.Readable.JsonNode, output => RuleTables.List(output, set));

    private static void AnswerOne(ClientCall call, JsonNode rule) =>
        call.Answer(rule, ControlJson.Readable.JsonNode, output => RuleTables.Rule(output, rule));
}
