using System.CommandLine;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("version", "Shows the version.");
        command.SetAction(_ => terminal.Out.WriteLine(ProductVersion.Text));
        return command;
    }
}
