using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Lab;

namespace VasaSim.Settings;

/// <summary>A lab that is named on the command line: one of the program's, or a file.</summary>
internal static class LabArgument
{
    /// <summary>Reads the lab.</summary>
    /// <exception cref="CommandException">There is none such, or the file is not valid; the message has all problems.</exception>
    public static LabDefinition Load(string nameOrFile)
    {
        if (KnownLabs.Find(nameOrFile) is { } known)
        {
            return known;
        }

        if (!File.Exists(nameOrFile) && Path.GetFileName(nameOrFile) == nameOrFile && !Path.HasExtension(nameOrFile))
        {
            throw new CommandException(
                ExitCode.Configuration,
                $"There is no lab '{nameOrFile}' and no such file{DidYouMean.Hint(nameOrFile, KnownLabs.Names)} (labs in the program: {string.Join(", ", KnownLabs.Names)}).");
        }

        LabResult result = LabFile.Load(nameOrFile);
        return result.Lab ?? throw new CommandException(
            ExitCode.Configuration, string.Join(Environment.NewLine, result.Problems.Select(p => p.ToString())));
    }
}
