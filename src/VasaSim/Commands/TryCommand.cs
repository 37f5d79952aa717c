using System.CommandLine;
using VasaSim.Trying;

namespace VasaSim.Commands;

/// <summary><c>vasasim try</c>: a client that walks through a workflow and prints each call.</summary>
internal static class TryCommand
{
    public static Command Create(Terminal terminal) => new("try", "Walks through a workflow as a client of SMS does, and prints each call.")
    {
        TryVerb.Create(terminal, "query", "Shows providers, fault domains, and groups with their states.", run => run.Inquiry.AllAsync()),
        Replicas(terminal),
        Sync(terminal),
        Test(terminal),
        FailOver(terminal),
        Reverse(terminal),
    };

    private static Command Replicas(Terminal terminal)
    {
        Argument<string> group = new("GROUP") { Description = "The group, such as rg-01-t or fd-b1/rg-01-t." };
        Command command = TryVerb.Create(
            terminal, "pits", "Shows the point-in-time replicas of a group.", run => run.Inquiry.ReplicasAsync(run.Groups([run.Arguments.GetRequiredValue(group)])[0]));
        command.Add(group);
        return command;
    }

    private static Command Sync(Terminal terminal)
    {
        Argument<string[]> groups = Groups();
        Option<string> name = new("--name")
        {
            HelpName = "NAME",
            Description = "The name of the replica that it makes.",
            DefaultValueFactory = _ => "vasasim-try",
        };
        Command command = TryVerb.Create(
            terminal, "sync", "Synchronises groups.", run => run.Workflow.SyncAsync(run.Groups(groups), run.Arguments.GetRequiredValue(name)));
        command.Add(groups);
        command.Add(name);
        return command;
    }

    private static Command Test(Terminal terminal)
    {
        Argument<string[]> groups = Groups();
        Option<string?> replica = Replica();
        Command command = TryVerb.Create(
            terminal,
            "test",
            "Starts a test of a failover, shows the groups, stops it, and shows them again.",
            run => run.Workflow.TestAsync(run.Groups(groups), run.Arguments.GetValue(replica)));
        AddRecovery(command, groups, replica);
        return command;
    }

    private static Command FailOver(Terminal terminal)
    {
        Argument<string[]> groups = Groups();
        Option<string?> replica = Replica();
        Option<bool> planned = new("--planned") { Description = "Prepares the groups at their sources first, which take part in the failover." };
        Command command = TryVerb.Create(
            terminal,
            "failover",
            "Fails groups over, and shows their new states.",
            run => run.Workflow.FailOverAsync(run.Groups(groups), run.Arguments.GetValue(planned), run.Arguments.GetValue(replica)));
        AddRecovery(command, groups, replica);
        command.Add(planned);
        return command;
    }

    private static Command Reverse(Terminal terminal)
    {
        Argument<string[]> groups = Groups();
        Command command = TryVerb.Create(
            terminal, "reverse", "Reverses groups that were failed over.", run => run.Workflow.ReverseAsync(run.Groups(groups)));
        command.Add(groups);
        return command;
    }

    private static void AddRecovery(Command command, Argument<string[]> groups, Option<string?> replica)
    {
        command.Add(groups);
        command.Add(replica);
        command.Validators.Add(result =>
        {
            // An id is unique only within its group.
            if (result.GetValue(replica) is not null && result.GetValue(groups) is not [_])
            {
                result.AddError("--pit needs exactly one GROUP: a replica is one group's.");
            }
        });
    }

    private static Argument<string[]> Groups() => new("GROUP")
    {
        Description = "The groups, such as rg-01-t or fd-b1/rg-01-t.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static Option<string?> Replica() => new("--pit") { HelpName = "ID", Description = "The point-in-time replica to use [default: the latest]." };
}
