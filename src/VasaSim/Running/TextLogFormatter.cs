using System.Buffers;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace VasaSim.Running;

/// <summary>One line for people: real time in UTC, the level unless it is information, the message.</summary>
internal sealed class TextLogFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "vasasim-text";

    private static readonly SearchValues<char> _controls =
        SearchValues.Create([.. Enumerable.Range(0, 256).Select(c => (char)c).Where(char.IsControl)]);

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        string level = logEntry.LogLevel switch
        {
            LogLevel.Information => "",
            LogLevel.Warning => "warning: ",
            LogLevel.Error => "error: ",
            LogLevel.Critical => "critical: ",
            _ => "debug: ",
        };
        Span<char> now = stackalloc char[16];
        time.GetUtcNow().TryFormat(now, out int length, "HH:mm:ss.fff ", CultureInfo.InvariantCulture);
        textWriter.Write(now[..length]);
        textWriter.Write(level);
        textWriter.WriteLine(OneLine(logEntry.Formatter(logEntry.State, logEntry.Exception)));
        if (logEntry.Exception is { } exception)
        {
            textWriter.WriteLine(exception);
        }
    }

    // What a client sent must not be able to look like a line of its own.
    private static string OneLine(string text) =>
        text.AsSpan().IndexOfAny(_controls) < 0 ? text : string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
