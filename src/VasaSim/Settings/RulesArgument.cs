using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;

namespace VasaSim.Settings;

/// <summary>A rule file that is named on the command line.</summary>
internal static class RulesArgument
{
    /// <summary>Reads the rules.</summary>
    /// <exception cref="CommandException">The file cannot be read or is not valid; the message has all problems.</exception>
    public static RuleSet Load(string file)
    {
        RuleFileResult<RuleSet> read = RuleFiles.Load(file);
        return read.Value ?? throw new CommandException(ExitCode.Configuration, string.Join(Environment.NewLine, read.Problems));
    }
}
