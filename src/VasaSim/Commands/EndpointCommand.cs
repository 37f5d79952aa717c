using System.CommandLine;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim endpoint</c>: the processes behind the providers' URLs.</summary>
internal static class EndpointCommand
{
    private const string Path = "/_sim/v1/endpoints";

    public static Command Create(Terminal terminal) => new("endpoint", "What answers at the providers' URLs, registered or not.")
    {
        ClientVerb.Create(terminal, "ls", "Lists them.", ListAsync),
        Show(terminal),
        Set(terminal),
    };

    private static async Task ListAsync(ClientCall call)
    {
        EndpointList list = await call.GetAsync(Path, ControlJson.Readable.EndpointList);
        call.Answer(list, ControlJson.Readable.EndpointList, output => Reports.Endpoints(output, list.Endpoints));
    }

    private static Command Show(Terminal terminal)
    {
        Argument<string> id = Id();
        Command command = ClientVerb.Create(terminal, "show", "Shows one with its certificate.", async call =>
            Answer(call, await call.GetAsync(PathOf(call, id), ControlJson.Readable.EndpointReport)));
        command.Add(id);
        return command;
    }

    private static Command Set(Terminal terminal)
    {
        Argument<string> id = Id();
        PatchOptions patch = new PatchOptions()
            .Flag("--reachable", "Whether it answers; the service learns of it when it polls next.")
            .Flag("--ca-imported", "Whether the root of its owner's authority is imported.")
            .Flag("--fail-sync", "Fail every sync.")
            .Flag("--fail-unregister", "Fail to be unregistered.")
            .Flag("--fail-refresh", "Refuse new certificates and roots.")
            .Flag("--fail-revoke", "Fail to have its certificate revoked.")
            .Text("--user-name", null, "The name of its login.")
            .Text("--password", null, "The password of its login.")
            .Text(
                "--ca-fault-code",
                "N|none",
                "What vCenter's certificate authority answers instead of a certificate.",
                code => code == "none" ? null : int.TryParse(code, out int number) ? number : code);
        Option<string?> validFor = new("--new-certificate") { HelpName = "DURATION", Description = "Show a new self-signed certificate, valid for so long, such as 365d." };
        patch.Add(validFor, (arguments, body) =>
        {
            if (arguments.GetValue(validFor) is { } duration)
            {
                body["certificate"] = new JsonObject { ["validFor"] = duration };
            }
        });
        Command command = ClientVerb.Create(terminal, "set", "Changes one.", async call => Answer(call, await call.Client.SendAsync(
            HttpMethod.Patch, PathOf(call, id), patch.Read(call.Arguments), ControlJson.Readable.EndpointReport, call.Cancellation)));
        command.Add(id);
        patch.AddTo(command);
        return command;
    }

    private static Argument<string> Id() => new("ID") { Description = "The id that the lab has it by, such as array-f1." };

    private static string PathOf(ClientCall call, Argument<string> id) => $"{Path}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(id))}";

    private static void Answer(ClientCall call, EndpointReport endpoint) =>
        call.Answer(endpoint, ControlJson.Readable.EndpointReport, output => Reports.Endpoint(output, endpoint));
}
