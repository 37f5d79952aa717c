using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Control;

namespace VasaSim.Settings;

/// <summary>A tape that is named on the command line.</summary>
internal static class TapeArgument
{
    /// <summary>Reads the tape.</summary>
    /// <exception cref="CommandException">The file cannot be read or is not valid; the message has all problems.</exception>
    public static DecisionTape Load(string file)
    {
        try
        {
            RuleFileResult<DecisionTape> read = TapeText.Read(File.ReadLines(file), file);
            return read.Value ?? throw new CommandException(ExitCode.Configuration, string.Join(Environment.NewLine, read.Problems));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CommandException(ExitCode.Configuration, $"{file}  cannot be read: {e.Message}");
        }
    }
}
