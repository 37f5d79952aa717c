using System.CommandLine;
using System.Globalization;
using VasaSim.Core.Lab;
using VasaSim.Lab;
using VasaSim.Settings;

namespace VasaSim.Commands;

/// <summary><c>vasasim lab</c>: lab files, without a running simulator.</summary>
internal static class LabCommand
{
    public static Command Create(Terminal terminal) => new("lab", "Lab files.")
    {
        List(terminal),
        Show(terminal),
        Check(terminal),
    };

    private static Command List(Terminal terminal)
    {
        Command command = new("ls", "Lists the labs in the program.");
        command.SetAction(_ =>
        {
            foreach (string name in KnownLabs.Names)
            {
                terminal.Out.WriteLine(name);
            }
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        Argument<string> name = new("NAME") { Description = "A lab in the program: " + string.Join(", ", KnownLabs.Names) + "." };
        name.AcceptOnlyFromAmong([.. KnownLabs.Names]);
        Command command = new("show", "Writes the file of a lab in the program, to begin an own one with.") { name };
        command.SetAction(arguments => terminal.Out.Write(KnownLabs.TextOf(arguments.GetRequiredValue(name))));
        return command;
    }

    private static Command Check(Terminal terminal)
    {
        Argument<string> file = new("FILE") { Description = "The lab file." };
        Command command = new("check", "Tells everything that is wrong with a lab file.") { file };
        command.SetAction(arguments =>
        {
            LabDefinition lab = LabArgument.Load(arguments.GetRequiredValue(file));
            terminal.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{lab.Name}: {lab.Sites.Count} sites, {lab.Providers.Count} providers, {lab.FaultDomains.Count} fault domains, {lab.Links.Count} links, {lab.Groups.Count} groups, {lab.Clouds.Count} clouds, {lab.Replications.Count} cloud replications defined. No problems."));
        });
        return command;
    }
}
