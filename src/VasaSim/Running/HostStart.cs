using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using VasaSim.Client;
using VasaSim.Core.Storage;
using VasaSim.Server.Hosting;
using VasaSim.Server.Workspaces;

namespace VasaSim.Running;

/// <summary>Starts a simulator; what prevents that becomes a message and an exit code.</summary>
internal static class HostStart
{
    /// <exception cref="CommandException">It cannot be started.</exception>
    public static async Task<SimulatorHost> RunAsync(SimulatorOptions options, Action<ILoggingBuilder> logging, CancellationToken cancellation)
    {
        try
        {
            return await SimulatorHost.StartAsync(options, logging, cancellation: cancellation);
        }
        catch (StoreException e)
        {
            throw new CommandException(e.Problem == StoreProblem.NewerVersion ? ExitCode.NewerStore : ExitCode.Resource, e.Message);
        }
        catch (WorkspaceException e)
        {
            throw new CommandException(ExitCode.Configuration, e.Message);
        }
        catch (PortInUseException e)
        {
            throw new CommandException(ExitCode.Resource, await DescribeAsync(e, options, cancellation));
        }
        catch (SocketException e)
        {
            throw new CommandException(
                ExitCode.Resource,
                $"Cannot listen on {options.Bind} port {options.Port} or on {options.ControlBind} control port {options.ControlPort}: {e.Message}. "
                + "--bind and --control-bind take an address of this machine, and ports below 1024 may need rights.");
        }
        catch (CryptographicException e)
        {
            throw new CommandException(
                ExitCode.Resource,
                $"The certificate in '{options.Workspace.DataDirectory}' cannot be used: {e.Message} "
                + "Remove ca.pem, ca.key, server.pem and server.key there; the next start makes new ones.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                ExitCode.Resource,
                $"The data directory '{options.Workspace.DataDirectory}' cannot be used: {e.Message} Give another one with --data.");
        }
    }

    private static async Task<string> DescribeAsync(PortInUseException e, SimulatorOptions options, CancellationToken cancellation)
    {
        string option = e.Port == options.ControlPort ? "--control-port" : e.Port == options.VcdaPort ? "--vcda-port" : e.Port == options.SrmPort ? "--srm-port" : "--port";
        string holder = await PortHolder.FindAsync(e.Port, options.ControlPort, cancellation) ?? "another program";
        return $"Port {e.Port} is in use by {holder}. Stop it, or give another port with {option}; 0 means any free one.";
    }
}
