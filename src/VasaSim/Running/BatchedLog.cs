using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace VasaSim.Running;

/// <summary>
/// Writes log lines to a stream in batches: a busy simulator writes a line for each call, and one wake-up and one write
/// for each line would cost as much as the call itself. A line waits at most <see cref="FlushEvery"/>; from a warning on
/// it is written at once. When lines come faster than the stream takes them, whoever logs waits. Safe for threads.
/// </summary>
internal sealed class BatchedLog : ILoggerProvider
{
    private const int MaxPending = 1 << 18;
    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, ILogger> _loggers = new();
    private readonly StringBuilder _pending = new();
    private readonly StringWriter _lines;
    private readonly TextWriter _output;
    private readonly ConsoleFormatter _formatter;
    private readonly ITimer _timer;

    public BatchedLog(TextWriter output, ConsoleFormatter formatter, TimeProvider time)
    {
        (_output, _formatter) = (output, formatter);
        _lines = new StringWriter(_pending);
        _timer = time.CreateTimer(static log => ((BatchedLog)log!).Flush(), this, FlushEvery, FlushEvery);
    }

    public ILogger CreateLogger(string categoryName) => _loggers.GetOrAdd(categoryName, static (name, log) => new Category(name, log), this);

    public void Dispose()
    {
        _timer.Dispose();
        Flush();
    }

    private void Write<TState>(in LogEntry<TState> entry)
    {
        lock (_gate)
        {
            _formatter.Write(entry, null, _lines);
            if (entry.LogLevel >= LogLevel.Warning || _pending.Length > MaxPending)
            {
                Flush();
            }
        }
    }

    private void Flush()
    {
        lock (_gate)
        {
            if (_pending.Length == 0)
            {
                return;
            }

            foreach (ReadOnlyMemory<char> chunk in _pending.GetChunks())
            {
                _output.Write(chunk.Span);
            }

            _output.Flush();
            _pending.Clear();
        }
    }

    private sealed class Category(string name, BatchedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Write(new LogEntry<TState>(logLevel, name, eventId, state, exception, formatter));
    }
}
