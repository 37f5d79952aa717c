using System.CommandLine;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Lab.Reading;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim provider</c>: the VASA providers.</summary>
internal static class ProviderCommand
{
    private const string Path = "/_sim/v1/providers";

    public static Command Create(Terminal terminal) => new("provider", "The VASA providers.")
    {
        ClientVerb.Create(terminal, "ls", "Lists the providers.", ListAsync),
        Show(terminal),
        Set(terminal),
    };

    private static async Task ListAsync(ClientCall call)
    {
        ProviderList list = await call.GetAsync(Path, ControlJson.Readable.ProviderList);
        call.Answer(list, ControlJson.Readable.ProviderList, output => Reports.Providers(output, list.Providers));
    }

    private static Command Show(Terminal terminal)
    {
        Argument<string> id = Id();
        Command command = ClientVerb.Create(terminal, "show", "Shows a provider.", async call =>
            Answer(call, await call.GetAsync(PathOf(call, id), ControlJson.Readable.ProviderReport)));
        command.Add(id);
        return command;
    }

    private static Command Set(Terminal terminal)
    {
        Argument<string> id = Id();
        Option<string?> status = new("--status") { HelpName = string.Join('|', ProviderWords.Statuses.Select(s => s.Name)), Description = "What the service knows about its health." };
        Option<bool?> busy = Flag("--busy", "Refuse work with ProviderBusy.");
        Option<bool?> outOfResource = Flag("--out-of-resource", "Refuse tasks with ProviderOutOfResource.");
        Option<string?> notImplemented = new("--not-implemented") { HelpName = "METHODS|none", Description = "Wire names of methods to answer with NotImplemented, joined by commas." };
        Option<string?> batch = new("--max-batch-size") { HelpName = "N|none", Description = "How many groups a call may name: declared, enforced and reported." };
        Option<string?> reverseIds = new("--reverse-ids") { HelpName = string.Join('|', ProviderWords.ReverseIds.Select(r => r.Name)), Description = "What becomes of the ids when replication is reversed." };
        Option<bool?> force = Flag("--force-supported", "Whether a test can be stopped with force.");
        Command command = ClientVerb.Create(terminal, "set", "Changes a provider.", async call =>
        {
            JsonObject patch = [];
            Add(status, "status", value => value);
            AddFlag(busy, "busy");
            AddFlag(outOfResource, "outOfResource");
            Add(notImplemented, "notImplemented", value => value == "none" ? new JsonArray() : new JsonArray([.. value.Split(',').Select(m => (JsonNode)m)]));
            Add(batch, "maxBatchSize", value => value == "none" ? null : long.TryParse(value, out long limit) ? limit : value);
            Add(reverseIds, "reverseIds", value => value);
            AddFlag(force, "forceSupported");
            Answer(call, await call.Client.SendAsync(HttpMethod.Patch, PathOf(call, id), patch, ControlJson.Readable.ProviderReport, call.Cancellation));

            void Add(Option<string?> option, string key, Func<string, JsonNode?> read)
            {
                if (call.Arguments.GetValue(option) is { } value)
                {
                    patch[key] = read(value);
                }
            }

            void AddFlag(Option<bool?> option, string key)
            {
                if (call.Arguments.GetValue(option) is { } value)
                {
                    patch[key] = value;
                }
            }
        });
        command.Add(id);
        Option[] changes = [status, busy, outOfResource, notImplemented, batch, reverseIds, force];
        foreach (Option change in changes)
        {
            command.Add(change);
        }

        Changes.Require(command, changes);
        return command;
    }

    private static Argument<string> Id() => new("ID") { Description = "The provider, such as vasaProvider-1." };

    private static Option<bool?> Flag(string name, string description) => new(name) { HelpName = "true|false", Description = description };

    private static string PathOf(ClientCall call, Argument<string> id) => $"{Path}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(id))}";

    private static void Answer(ClientCall call, ProviderReport provider) =>
        call.Answer(provider, ControlJson.Readable.ProviderReport, output => Reports.Provider(output, provider));
}
