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
        PatchOptions patch = new PatchOptions()
            .Text("--status", string.Join('|', ProviderWords.Statuses.Select(s => s.Name)), "What the service knows about its health.")
            .Flag("--busy", "Refuse work with ProviderBusy.")
            .Flag("--out-of-resource", "Refuse tasks with ProviderOutOfResource.")
            .Text(
                "--not-implemented",
                "METHODS|none",
                "Wire names of methods to answer with NotImplemented, joined by commas.",
                value => value == "none" ? new JsonArray() : new JsonArray([.. value.Split(',').Select(m => (JsonNode)m)]))
            .Text(
                "--max-batch-size",
                "N|none",
                "How many groups a call may name: declared, enforced and reported.",
                value => value == "none" ? null : long.TryParse(value, out long limit) ? limit : value)
            .Text("--reverse-ids", string.Join('|', ProviderWords.ReverseIds.Select(r => r.Name)), "What becomes of the ids when replication is reversed.")
            .Flag("--force-supported", "Whether a test can be stopped with force.");
        Command command = ClientVerb.Create(terminal, "set", "Changes a provider.", async call => Answer(call, await call.Client.SendAsync(
            HttpMethod.Patch, PathOf(call, id), patch.Read(call.Arguments), ControlJson.Readable.ProviderReport, call.Cancellation)));
        command.Add(id);
        patch.AddTo(command);
        return command;
    }

    private static Argument<string> Id() => new("ID") { Description = "The provider, such as vasaProvider-1." };

    private static string PathOf(ClientCall call, Argument<string> id) => $"{Path}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(id))}";

    private static void Answer(ClientCall call, ProviderReport provider) =>
        call.Answer(provider, ControlJson.Readable.ProviderReport, output => Reports.Provider(output, provider));
}
