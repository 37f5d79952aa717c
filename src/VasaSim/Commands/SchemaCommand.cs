using System.CommandLine;
using VasaSim.Faults.Rules;
using VasaSim.Running;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim schema</c>: JSON schemas of the files that people write.</summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string?> file = new("--out") { HelpName = "FILE", Description = "Where to write it; standard output unless given." };
        Command rules = new("rules", "The JSON schema (2020-12) of rule files.") { file };
        rules.SetAction(arguments =>
        {
            string text = RuleFile.Schema().ToJsonString(ControlJson.Readable.Options);
            if (arguments.GetValue(file) is { } path)
            {
                AtomicFile.Write(path, text + "\n");
                terminal.Out.WriteLine(path);
            }
            else
            {
                terminal.Out.WriteLine(text);
            }
        });
        return new("schema", "JSON schemas, for editors.") { rules };
    }
}
