using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace VasaSim;

/// <summary>The help, with the exit codes below it.</summary>
internal sealed class HelpWithExitCodes(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int result = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Exit codes:");
        foreach ((int code, string meaning) in ExitCode.All)
        {
            output.WriteLine($"  {code,3}  {meaning}");
        }

        output.WriteLine();
        return result;
    }
}
