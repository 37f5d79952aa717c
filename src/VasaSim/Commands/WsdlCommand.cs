using System.CommandLine;
using VasaSim.Running;
using VasaSim.Vmodl;

namespace VasaSim.Commands;

/// <summary><c>vasasim wsdl</c>: the published description of the services.</summary>
internal static class WsdlCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> directory = new("--out") { HelpName = "DIR", Description = "Where to write the files; made if it is not there.", Required = true };
        Command command = new("wsdl", "Writes the WSDL, XML Schema and OpenAPI of the simulated services.") { directory };
        command.SetAction(arguments =>
        {
            foreach ((string name, byte[] content) in PublishedFiles.CreateAll())
            {
                string path = Path.Combine(arguments.GetRequiredValue(directory), name);
                AtomicFile.Write(path, content);
                terminal.Out.WriteLine(path);
            }
        });
        return command;
    }
}
