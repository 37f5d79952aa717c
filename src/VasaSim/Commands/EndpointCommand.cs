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
        Option<bool?>[] flags =
        [
            Flag("--reachable", "Whether it answers; the service learns of it when it polls next."),
            Flag("--ca-imported", "Whether the root of its owner's authority is imported."),
            Flag("--fail-sync", "Fail every sync."),
            Flag("--fail-unregister", "Fail to be unregistered."),
            Flag("--fail-refresh", "Refuse new certificates and roots."),
            Flag("--fail-revoke", "Fail to have its certificate revoked."),
        ];
        Option<string?> userName = new("--user-name") { Description = "The name of its login." };
        Option<string?> password = new("--password") { Description = "The password of its login." };
        Option<string?> caFaultCode = new("--ca-fault-code") { HelpName = "N|none", Description = "What vCenter's certificate authority answers instead of a certificate." };
        Option<string?> validFor = new("--new-certificate") { HelpName = "DURATION", Description = "Show a new self-signed certificate, valid for so long, such as 365d." };
        Command command = ClientVerb.Create(terminal, "set", "Changes one.", async call =>
        {
            JsonObject patch = [];
            foreach (Option<bool?> flag in flags)
            {
                if (call.Arguments.GetValue(flag) is { } value)
                {
                    patch[KeyOf(flag)] = value;
                }
            }

            foreach (Option<string?> text in new[] { userName, password })
            {
                if (call.Arguments.GetValue(text) is { } value)
                {
                    patch[KeyOf(text)] = value;
                }
            }

            if (call.Arguments.GetValue(caFaultCode) is { } code)
            {
                patch["caFaultCode"] = code == "none" ? null : int.TryParse(code, out int number) ? number : code;
            }

            if (call.Arguments.GetValue(validFor) is { } duration)
            {
                patch["certificate"] = new JsonObject { ["validFor"] = duration };
            }

            Answer(call, await call.Client.SendAsync(HttpMethod.Patch, PathOf(call, id), patch, ControlJson.Readable.EndpointReport, call.Cancellation));
        });
        command.Add(id);
        Option[] changes = [.. flags, userName, password, caFaultCode, validFor];
        foreach (Option change in changes)
        {
            command.Add(change);
        }

        Changes.Require(command, changes);
        return command;
    }

    // --fail-sync is failSync.
    private static string KeyOf(Option option) => string.Concat(option.Name[2..].Split('-').Select((word, i) =>
        i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    private static Option<bool?> Flag(string name, string description) => new(name) { HelpName = "true|false", Description = description };

    private static Argument<string> Id() => new("ID") { Description = "The id that the lab has it by, such as array-f1." };

    private static string PathOf(ClientCall call, Argument<string> id) => $"{Path}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(id))}";

    private static void Answer(ClientCall call, EndpointReport endpoint) =>
        call.Answer(endpoint, ControlJson.Readable.EndpointReport, output => Reports.Endpoint(output, endpoint));
}
