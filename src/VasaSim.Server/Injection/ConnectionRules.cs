using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Injection;

/// <summary>Stands before TLS on the product port: asks the rules about new connections, and lends requests a hand on theirs.</summary>
internal static class ConnectionRules
{
    // A fatal alert, handshake_failure, as RFC 8446 has it.
    private static readonly byte[] _alert = [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28];

    /// <summary>Puts it into a listener; to be called before TLS.</summary>
    public static void Use(ListenOptions listen, Workspace workspace) => listen.Use(next => async connection =>
    {
        connection.Features.Set(new RawConnection(connection));
        switch (await DecideAsync(workspace))
        {
            case ConnectionFaultKind.Refuse:
                connection.Abort();
                break;
            case ConnectionFaultKind.TlsAlert:
                await AlertAsync(connection);
                break;
            default:
                await next(connection);
                break;
        }
    });

    private static async ValueTask<ConnectionFaultKind?> DecideAsync(Workspace workspace)
    {
        if (!workspace.Rules.IsAsked(CallPhase.Connect))
        {
            return null;
        }

        IReadOnlyList<Hit> hits = await workspace.RunAsync(
            workspace.Rules, static (world, rules) => rules.Decide(CallPhase.Connect, null, world.Now, []));
        return hits.Count == 0 ? null : hits[0].Action.Connection!.Kind;
    }

    // After the client's first words, so that it takes the alert for an answer to them.
    private static async Task AlertAsync(ConnectionContext connection)
    {
        ReadResult hello = await connection.Transport.Input.ReadAsync(connection.ConnectionClosed);
        connection.Transport.Input.AdvanceTo(hello.Buffer.End);
        await connection.Transport.Output.WriteAsync(_alert, connection.ConnectionClosed);
        await new RawConnection(connection).CloseAsync();
    }
}
