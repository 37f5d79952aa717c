using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using VasaSim.Commands;
using VasaSim.Settings;

namespace VasaSim;

/// <summary>The program's command line: verbs, and the one place where errors become messages and exit codes.</summary>
internal static class CommandLine
{
    /// <summary>Runs the program.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal)
    {
        // An argument that begins with @ is an argument, not a file with more of them.
        ParseResult result = Root(terminal).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        InvocationConfiguration configuration = new()
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            if (result.Action is ParseErrorAction action)
            {
                // Suggestions belong to the error, not to what was asked for.
                action.ShowHelp = false;
                configuration.Output = terminal.Error;
                await result.InvokeAsync(configuration);
                await terminal.Error.WriteLineAsync($"See: {PathOf(result.CommandResult.Command)} --help");
                return ExitCode.Usage;
            }

            foreach (string warning in UnknownVariables.Find(terminal.Environment))
            {
                await terminal.Error.WriteLineAsync(warning);
            }

            return await result.InvokeAsync(configuration);
        }
        catch (CommandException e)
        {
            await terminal.Error.WriteLineAsync(e.Message);
            return e.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The one place where a bug becomes an exit code.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await terminal.Error.WriteLineAsync($"Unexpected error; this is a bug in vasasim {Server.Control.ProductVersion.Text}: {e}");
            return ExitCode.Unexpected;
        }
    }

    /// <summary>All verbs.</summary>
    public static RootCommand Root(Terminal terminal)
    {
        RootCommand root = new("Simulates vCenter's Storage Monitoring Service with replicating storage behind it.")
        {
            StartCommand.Create(terminal),
            StatusCommand.Create(terminal),
            WaitCommand.Create(terminal),
            StateCommand.Create(terminal),
            ClockCommand.Create(terminal),
            LinkCommand.Create(terminal),
            EndpointCommand.Create(terminal),
            LunCommand.Create(terminal),
            ProviderCommand.Create(terminal),
            JournalCommand.Create(terminal),
            RulesCommand.Create(terminal),
            TapeCommand.Create(terminal),
            TryCommand.Create(terminal),
            GroupCommand.Create(terminal),
            CloudCommand.Create(terminal),
            MachineCommand.Create(terminal),
            ProtectionCommand.Create(terminal),
            PlanCommand.Create(terminal),
            TasksCommand.Create(terminal),
            LabCommand.Create(terminal),
            WsdlCommand.Create(terminal),
            SchemaCommand.Create(terminal),
            VersionCommand.Create(terminal),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
        return root;
    }

    private static string PathOf(Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Select(PathOf).Append(command is RootCommand ? "vasasim" : command.Name));
}
