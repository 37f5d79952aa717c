using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VasaSim.Core.Storage;
using VasaSim.Faults.Rules;
using VasaSim.Server.Control;
using VasaSim.Server.Journal;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Injection;

/// <summary>
/// Keeps the rules as their file has them. A good new version of the file is put in force in one turn on the world; of a
/// bad one the problems are told, and what was in force stays. Safe for threads.
/// </summary>
internal sealed partial class RuleFileWatch : IAsyncDisposable
{
    // Not every change is told: of a link to a file, or on a network's file system.
    private static readonly TimeSpan _period = TimeSpan.FromSeconds(1);

    // Editors write in pieces, or take the file away for a moment: what counts is what it has twice in a row.
    private static readonly TimeSpan _settling = TimeSpan.FromMilliseconds(100);

    private readonly string _file;
    private readonly Workspace _workspace;
    private readonly ILogger<RuleFileWatch> _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<bool> _hints = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly FileSystemWatcher? _watcher;
    private readonly ITimer _timer;
    private readonly Task _watching;
    private (string? Text, string? Problem) _content;
    private volatile RuleFileReport _report;

    /// <summary>Begins to watch.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">What it had when the rules that are in force were read.</param>
    /// <param name="workspace">Where the rules are.</param>
    /// <param name="logger">Told of every new version.</param>
    public RuleFileWatch(string file, string text, Workspace workspace, ILogger<RuleFileWatch> logger)
    {
        (_file, _content, _workspace, _logger) = (file, (text, null), workspace, logger);
        _report = new RuleFileReport(file, workspace.RealTime.GetUtcNow(), workspace.Rules.Set.Rules.Count, []);
        Loaded(logger, file, _report.Count);
        _watcher = TryWatch();
        _timer = workspace.RealTime.CreateTimer(_ => _hints.Writer.TryWrite(true), null, _period, _period);
        _watching = WatchAsync();
    }

    /// <summary>What became of the file.</summary>
    public RuleFileReport Report => _report;

    /// <summary>Stops watching; the rules stay.</summary>
    public async ValueTask DisposeAsync()
    {
        _watcher?.Dispose();
        await _timer.DisposeAsync();
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private FileSystemWatcher? TryWatch()
    {
        string path = Path.GetFullPath(_file);
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path));
            watcher.Changed += (_, _) => _hints.Writer.TryWrite(true);
            watcher.Created += (_, _) => _hints.Writer.TryWrite(true);
            watcher.Renamed += (_, _) => _hints.Writer.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            // The system has no watches left: the timer alone sees every change too, only later.
            watcher?.Dispose();
            return null;
        }
    }

    private async Task WatchAsync()
    {
        await foreach (bool _ in _hints.Reader.ReadAllAsync(_stop.Token))
        {
            (string? Text, string? Problem) content = RuleFiles.ReadText(_file);
            while (content != _content)
            {
                (string? Text, string? Problem) before = content;
                await Task.Delay(_settling, _workspace.RealTime, _stop.Token);
                content = RuleFiles.ReadText(_file);
                if (content == before && content != _content)
                {
                    _content = content;
                    await TakeAsync(RuleFiles.Read(_file, content));
                }
            }
        }
    }

    private async Task TakeAsync(RuleFileResult<RuleSet> read)
    {
        if (read.Value is { } set)
        {
            try
            {
                await _workspace.RunAsync((_workspace.Rules, Set: set), static (world, s) => s.Rules.Change(_ => s.Set, world.Now));
            }
            catch (StoreException)
            {
                // Nobody can be answered any more, and everybody who asks is told why.
                return;
            }

            _report = new RuleFileReport(_file, _workspace.RealTime.GetUtcNow(), set.Rules.Count, []);
            Loaded(_logger, _file, set.Rules.Count);
        }
        else
        {
            _report = _report with { Problems = [.. read.Problems.Select(p => p.ToString())] };
            foreach (string problem in _report.Problems)
            {
                Refused(_logger, problem);
            }

            Kept(_logger, _file);
        }

        _workspace.Events.Publish(new RuleFileEvent(_workspace.TimeAt(_workspace.RealTime.GetUtcNow()), _report));
    }

    [LoggerMessage(210, LogLevel.Information, "rules of {File}: {Count} in force")]
    private static partial void Loaded(ILogger logger, string file, int count);

    [LoggerMessage(211, LogLevel.Warning, "{Problem}")]
    private static partial void Refused(ILogger logger, string problem);

    [LoggerMessage(212, LogLevel.Warning, "rules of {File}: the new version is not legal; the rules before stay in force")]
    private static partial void Kept(ILogger logger, string file);
}
