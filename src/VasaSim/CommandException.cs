namespace VasaSim;

/// <summary>A command cannot do what it was asked for; the message, which may have several lines, says why and what to do.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
