namespace VasaSim.Tests.Commands;

/// <summary>Runs commands of the program inside the test's process, with an environment of their own.</summary>
internal static class InProcess
{
    public static async Task<(int ExitCode, string Out, string Error)> RunAsync(
        IReadOnlyList<string> arguments, params (string Name, string Value)[] environment)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        Terminal terminal = new(output, error, environment.ToDictionary(e => e.Name, e => e.Value));
        int code = await CommandLine.RunAsync(arguments, terminal);
        return (code, output.ToString(), error.ToString());
    }
}
