using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace VasaSim.Running;

/// <summary>The log: to standard error, one line for each call, and of the libraries only what is worth a warning.</summary>
internal static class LogLines
{
    public static Action<ILoggingBuilder> Configure(bool json) => logging =>
    {
        ConsoleFormatter formatter = json ? new JsonLogFormatter(TimeProvider.System) : new TextLogFormatter(TimeProvider.System);
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);

        // It says nothing that the line of the call does not say, and costs every call an activity and a scope.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

        // It warns that a busy machine kept it waiting, which nobody who reads this log can change.
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);

        // A host that cannot start throws what it logs, and the program says it in one sentence.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.Services.AddSingleton<ILoggerProvider>(_ => new BatchedLog(Console.Error, formatter, TimeProvider.System));
    };
}
