using System.CommandLine;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary>The commands below <c>vasasim rules</c> that ask why rules did, or did not, apply.</summary>
internal static class RuleQuestionCommands
{
    public static IEnumerable<Command> Create(Terminal terminal) =>
    [
        Why(terminal),
        Question(terminal, "near-misses", "For each rule the newest calls that it missed by one condition.", $"{RulesCommand.Path}/near-misses", RuleTables.NearMisses),
        Question(terminal, "coverage", "Which operations were seen with which faults, and which rules never applied.", "/_sim/v1/coverage", RuleTables.Coverage),
    ];

    private static Command Why(Terminal terminal)
    {
        Argument<long?> number = new("NUMBER") { Description = "The call's number, as journal ls shows it.", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> last = new("--last") { Description = "The newest call." };
        Command command = ClientVerb.Create(terminal, "why", "Tells of each rule whether it applied to a call, and if not, why.", async call =>
        {
            JsonObject body = new() { ["journal"] = call.Arguments.GetValue(number) ?? await LastAsync(call) };
            JsonNode answer = await call.Client.SendAsync(
                HttpMethod.Post, $"{RulesCommand.Path}/explain", body, ControlJson.Readable.JsonNode, call.Cancellation);
            call.Answer(answer, ControlJson.Readable.JsonNode, output => RuleTables.Why(output, answer));
        });
        command.Add(number);
        command.Add(last);
        command.Validators.Add(result =>
        {
            if (result.GetValue(last) == (result.GetValue(number) is not null))
            {
                result.AddError("Give the number of a call, or --last.");
            }
        });
        return command;
    }

    private static async Task<long> LastAsync(ClientCall call)
    {
        CallList list = await call.GetAsync($"{JournalCommand.Path}?limit=1", ControlJson.Readable.CallList);
        return list.Calls.Count > 0 ? list.Calls[0].Number : throw new CommandException(ExitCode.Usage, "The journal has no calls.");
    }

    private static Command Question(Terminal terminal, string name, string description, string path, Action<TextWriter, JsonNode> table) =>
        ClientVerb.Create(terminal, name, description, async call =>
        {
            JsonNode answer = await call.GetAsync(path, ControlJson.Readable.JsonNode);
            call.Answer(answer, ControlJson.Readable.JsonNode, output => table(output, answer));
        });
}
