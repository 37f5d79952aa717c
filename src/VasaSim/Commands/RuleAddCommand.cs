using System.CommandLine;
using System.Text.Json.Nodes;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim rules add</c>: a rule that is said in options. What is legal the simulator says.</summary>
internal static class RuleAddCommand
{
    public static Command Create(Terminal terminal)
    {
        RuleOptions options = new RuleOptions()
            .Text("--id", "ID", "id", "The rule's id; else r1, r2 …")
            .One("--fault", "NAME[:KEY=VALUE,...]", "do.fault", "Raises this fault, with members: TooMany:maxBatchSize=4; the key message is its text.", FaultOf)
            .Text("--as", "SHAPE", "do.as", "Its shape: auto, soapFault, taskError, groupError, warning or summary.")
            .Text("--latency", "DURATION", "do.latency", "The answer waits, such as 200ms.")
            .One("--connection", "reset|close|hang|truncate=BYTES|drip=SPEED", "do.connection", "The connection breaks.", ConnectionOf)
            .One("--http-status", "CODE", "do.httpStatus", "Answers with this HTTP status, from 400 to 599, instead of the API.", Value)
            .Flag("--session-drop", "do.session", "drop", "The caller's session ends.")
            .Many("--face", "sms|vim|vcda|srm", "match.face", "Only calls of this API.")
            .Many("--op", "GLOB", "match.operation", "Only calls of these operations, with * and ?.")
            .Many("--site", "GLOB", "match.site", "Only those to providers of these sites, or about these clouds.")
            .Many("--provider", "GLOB", "match.provider", "Only those to these providers, by id or name.")
            .Many("--group", "GLOB", "match.groups.id", "Only those about these groups, as rg-01-t or fd-b1/rg-01-t.")
            .Many("--label", "KEY=VALUE", "match.groups.label", "Only those about groups with these labels.")
            .Many("--state", "STATE", "match.groups.state", "Only those about groups in these states.")
            .Many("--user", "GLOB", "match.user", "Only those of these users.")
            .Many("--client", "GLOB", "match.client", "Only those of these user agents.")
            .Many("--protocol", "soap|json|rest", "match.protocol", "Only those in this protocol.")
            .Text("--calls", "NUMBERS", "when.calls", "Only these of the matching calls: 2, 1-3, 4-.")
            .One("--every", "N", "when.every", "Only every Nth of them.", Value)
            .One("--chance", "NUMBER", "when.chance", "Only with this likelihood, such as 0.3.", Value)
            .One("--key", "PARTS", "when.key", "What is counted and drawn for each value of, such as operation,group.", text => new JsonArray([.. text.Split(',').Select(p => (JsonNode)p)]))
            .Text("--at", "PHASE", "at", "At which point: beforeValidation, afterValidation, afterCommit or duringReply.")
            .Text("--for", "DURATION", "limits.ttl", "Is spent after so much simulated time.")
            .One("--max-hits", "N", "limits.maxHits", "Is spent after so many hits.", Value)
            .Flag("--allow-illegal", "allowIllegal", true, "May raise what the operation does not have.")
            .Flag("--continue", "continue", true, "The rules after it are asked too.");
        Command command = ClientVerb.Create(terminal, "add", "Adds a rule behind the others, and writes its id.", async call =>
        {
            JsonNode rule = await call.Client.SendAsync(
                HttpMethod.Post, RulesCommand.Path, options.Read(call.Arguments), ControlJson.Readable.JsonNode, call.Cancellation);
            call.Answer(rule, ControlJson.Readable.JsonNode, output => Told(output, (string)rule["id"]!, terminal.IsInteractive));
        });
        options.AddTo(command);
        return command;
    }

    // A script reads the id and nothing else.
    private static void Told(TextWriter output, string id, bool isInteractive)
    {
        output.WriteLine(id);
        if (isInteractive)
        {
            output.WriteLine($"""

                vasasim rules show {id}      what became of it
                vasasim rules disable {id}   for a while
                vasasim rules rm {id}        for good
                vasasim rules why --last     whether it applied to the newest call, and if not, why
                """);
        }
    }

    private static JsonNode? FaultOf(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return text;
        }

        JsonObject fault = new() { ["type"] = text[..colon] };
        foreach (string member in text[(colon + 1)..].Split(','))
        {
            int sign = member.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0)
            {
                throw new CommandException(ExitCode.Usage, $"--fault: '{member}' is not legal; it must be KEY=VALUE, such as TooMany:maxBatchSize=4.");
            }

            fault[member[..sign]] = Value(member[(sign + 1)..]);
        }

        return fault;
    }

    private static JsonNode? ConnectionOf(string text)
    {
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        return sign < 0 ? text : new JsonObject { [text[..sign]] = Value(text[(sign + 1)..]) };
    }

    // A number, true or false as such; everything else is a text, which the simulator may refuse.
    private static JsonNode? Value(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonValue value ? value : text;
        }
        catch (System.Text.Json.JsonException)
        {
            return text;
        }
    }
}
