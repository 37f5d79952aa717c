using System.CommandLine;
using VasaSim.Running;

namespace VasaSim.Commands;

/// <summary><c>vasasim tape</c>: what the rules decided, to be made again.</summary>
internal static class TapeCommand
{
    private const string Path = "/_sim/v1/tape";

    public static Command Create(Terminal terminal)
    {
        Argument<string> file = new("FILE") { Description = "Where to write it." };
        Command save = ClientVerb.Create(terminal, "save", "Writes the rules in force and all that they decided, for vasasim start --tape.", async call =>
        {
            string path = call.Arguments.GetRequiredValue(file);
            AtomicFile.Write(path, await call.Client.GetBytesAsync(Path, call.Cancellation));
            call.Out.WriteLine(path);
        });
        save.Add(file);
        return new("tape", "What the rules decided, to be decided again.") { save };
    }
}
