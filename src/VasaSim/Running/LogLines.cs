using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace VasaSim.Running;

/// <summary>The log: to standard error, one line for each call, and of the libraries only what is worth a warning.</summary>
internal static class LogLines
{
    public static Action<ILoggingBuilder> Configure(bool json) => logging =>
    {
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        logging.Services.AddSingleton(TimeProvider.System);
        logging.AddConsoleFormatter<TextLogFormatter, ConsoleFormatterOptions>();
        logging.AddConsoleFormatter<JsonLogFormatter, ConsoleFormatterOptions>();
        logging.AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName = json ? JsonLogFormatter.FormatterName : TextLogFormatter.FormatterName;
        });
    };
}
