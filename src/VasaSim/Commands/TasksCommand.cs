using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim tasks</c>: the tasks of the service.</summary>
internal static class TasksCommand
{
    private const string Path = "/_sim/v1/tasks";

    public static Command Create(Terminal terminal) => new("tasks", "The tasks of the service.")
    {
        ClientVerb.Create(terminal, "ls", "Lists the tasks.", ListAsync),
        Show(terminal),
        Hold(terminal),
        Order(terminal, "release", "Lets a task go on that is held, or is to be.", (_, _) => { }),
        Step(terminal),
        Slow(terminal),
        Fail(terminal),
        Order(terminal, "complete", "Lets a task do its work and end now.", (_, _) => { }),
        Order(terminal, "forget", "Tells clients that there is no such task.", (_, _) => { }),
    };

    private static async Task ListAsync(ClientCall call)
    {
        TaskList list = await call.GetAsync(Path, ControlJson.Readable.TaskList);
        call.Answer(list, ControlJson.Readable.TaskList, output => TaskText.Table(output, list.Tasks));
    }

    private static Command Show(Terminal terminal)
    {
        Argument<string> id = Id();
        Command command = ClientVerb.Create(terminal, "show", "Shows a task.", async call =>
            Answer(call, await call.GetAsync(PathOf(call, id), ControlJson.Readable.TaskReport)));
        command.Add(id);
        return command;
    }

    private static Command Hold(Terminal terminal)
    {
        Option<int?> at = new("--at") { HelpName = "PERCENT", Description = "Where, 0 to 99. [default: where it stands]" };
        Option<string?> length = new("--for") { HelpName = "DURATION", Description = "For how long, such as 5m. [default: until it is released]" };
        Command command = Order(terminal, "hold", "Stops a task on its way.", (arguments, body) =>
        {
            Add(body, "at", arguments.GetValue(at));
            Add(body, "for", arguments.GetValue(length));
        });
        command.Add(at);
        command.Add(length);
        return command;
    }

    private static Command Step(Terminal terminal)
    {
        Argument<int> to = new("PERCENT") { Description = "Where to, 0 to 99." };
        Command command = Order(terminal, "step", "Puts a task at a percentage, where it is held.", (arguments, body) => body["to"] = arguments.GetValue(to));
        command.Add(to);
        return command;
    }

    private static Command Slow(Terminal terminal)
    {
        Argument<double> factor = new("FACTOR") { Description = "How many times as long the rest takes; below 1 it is faster." };
        Command command = Order(terminal, "slow", "Makes a task slower.", (arguments, body) => body["factor"] = arguments.GetValue(factor));
        command.Add(factor);
        return command;
    }

    private static Command Fail(Terminal terminal)
    {
        Argument<string> fault = new("FAULT") { Description = "The type, such as ProviderBusy, or as JSON: {\"type\":\"TooMany\",\"maxBatchSize\":4}; for tasks of clouds a code, such as GeneralServerFailure." };
        Option<int?> at = new("--at") { HelpName = "PERCENT", Description = "When it comes there, 0 to 99. [default: now]" };
        Command command = Order(terminal, "fail", "Ends a task in error, its work not done.", (arguments, body) =>
        {
            body["fault"] = FaultOf(arguments.GetRequiredValue(fault));
            Add(body, "at", arguments.GetValue(at));
        });
        command.Add(fault);
        command.Add(at);
        command.Validators.Add(result =>
        {
            if (result.GetValue(fault) is { } text && FaultOf(text) is null)
            {
                result.AddError("FAULT begins like JSON but is none.");
            }
        });
        return command;
    }

    // Null: it looks like JSON and cannot be read.
    private static JsonNode? FaultOf(string text)
    {
        if (!text.StartsWith('{'))
        {
            return text;
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Command Order(Terminal terminal, string name, string description, Action<ParseResult, JsonObject> fill)
    {
        Argument<string> id = Id();
        Command command = ClientVerb.Create(terminal, name, description, async call =>
        {
            JsonObject body = [];
            fill(call.Arguments, body);
            Answer(call, await call.Client.SendAsync(HttpMethod.Post, $"{PathOf(call, id)}/{name}", body, ControlJson.Readable.TaskReport, call.Cancellation));
        });
        command.Add(id);
        return command;
    }

    private static void Add(JsonObject body, string key, JsonNode? value)
    {
        if (value is not null)
        {
            body[key] = value;
        }
    }

    private static Argument<string> Id() => new("ID") { Description = "The task, such as smsTask-7." };

    private static string PathOf(ClientCall call, Argument<string> id) => $"{Path}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(id))}";

    private static void Answer(ClientCall call, TaskReport task) =>
        call.Answer(task, ControlJson.Readable.TaskReport, output => TaskText.Fields(output, task));
}
