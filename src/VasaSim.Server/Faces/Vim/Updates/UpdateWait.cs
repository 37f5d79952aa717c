using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Updates;

/// <summary>
/// One call that waits for changes. What the session itself changes wakes it at once; whether the world has changed it
/// asks every second, since things become due there without anybody calling. It ends with changes, when its time is
/// over, when it is canceled, and with its client, its session or the server. Its time is real time, as the client's is.
/// </summary>
internal sealed class UpdateWait(VimScopes scopes, VmodlCall call, string? version, int? maxSeconds, int? maxUpdates, CancellationToken stopping)
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    private readonly Workspace _workspace = call.Workspace;
    private readonly SessionObjects _mine = scopes.ObjectsOf(call.Session!);
    private CollectorObject? _collector;
    private long _cancellations;
    private Seen? _seen;

    public static Outcome UnknownVersion(string? version) => Outcome.Failed(
        new InvalidCollectorVersion(), $"The version '{version}' is not known to the property collector.");

    public async ValueTask<Outcome> RunAsync()
    {
        TimeProvider time = _workspace.RealTime;
        long start = time.GetTimestamp();
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(call.Aborted, stopping);
        while (true)
        {
            call.Aborted.ThrowIfCancellationRequested();
            if (stopping.IsCancellationRequested)
            {
                return VimFaults.Failed(VimFaults.Canceled);
            }

            // Taken before looking, so that nothing is missed between looking and waiting.
            Task change = _mine.NextChange;
            if (await _workspace.RunAsync(this, static (world, wait) => wait.Look(world)) is { } outcome)
            {
                return outcome;
            }

            TimeSpan left = maxSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) - time.GetElapsedTime(start) : TimeSpan.MaxValue;
            if (left <= TimeSpan.Zero)
            {
                return Outcome.Result(null);
            }

            await SleepAsync(change, left < _interval ? left : _interval, time, ended.Token);
        }
    }

    // What there is to answer now; null: nothing yet.
    private Outcome? Look(World world)
    {
        if (!_workspace.Sessions.Keep(call.Session!))
        {
            return VimFaults.Failed(VimFaults.NotAuthenticated(call.Target, call.Operation!.Privilege));
        }

        VimScope scope = scopes.Of(call, world);
        if (_collector is null)
        {
            if (scope.Find(call.Target.Value) is not CollectorObject found)
            {
                return VimFaults.Failed(VimFaults.NotFound(call.Target));
            }

            _collector = found;
            _cancellations = found.Cancellations;
        }

        if (_collector.Cancellations != _cancellations)
        {
            return VimFaults.Failed(VimFaults.Canceled);
        }

        if (_collector.ToldUpTo(version) is null)
        {
            return UnknownVersion(version);
        }

        Seen now = new(world, world.Revision, _mine.Changes, scopes.SessionChanges);
        if (now == _seen)
        {
            return null;
        }

        _seen = now;
        return UpdateCalculation.Since(_collector, version, maxUpdates, scope) is { } updates ? Outcome.Result(updates) : null;
    }

    private static async Task SleepAsync(Task change, TimeSpan time, TimeProvider provider, CancellationToken ended)
    {
        using CancellationTokenSource awake = CancellationTokenSource.CreateLinkedTokenSource(ended);
        await Task.WhenAny(change, Task.Delay(time, provider, awake.Token));
        await awake.CancelAsync();
    }

    private sealed record Seen(World World, long Revision, long Objects, long Sessions);
}
