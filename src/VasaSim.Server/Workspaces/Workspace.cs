using VasaSim.Core.Lab;
using VasaSim.Core.Replication;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;
using VasaSim.Core;
using VasaSim.Faults.Decisions;
using VasaSim.Server.Injection;
using VasaSim.Server.Journal;
using VasaSim.Server.Sessions;

namespace VasaSim.Server.Workspaces;

/// <summary>
/// One world with its clock, store and sessions. Work on the world is done one piece at a time, in memory; what it
/// changed is committed before the caller goes on, and nothing is held while waiting for the disk. Safe for threads.
/// </summary>
public sealed class Workspace : IAsyncDisposable
{
    private const double SecondsOfDay = 86_400;

    private readonly Lock _gate = new();
    private readonly IWorldStore _store;
    private readonly TimeProvider _realTime;
    private readonly ClockSignal _clockChanges = new();
    private readonly RunCallRules _callRules;
    private World _world;
    private Task _lastCommit = Task.CompletedTask;

    internal Workspace(World world, IWorldStore store, TimeProvider realTime, SessionStore sessions, CallJournal journal, SimulatorEvents events, RuleBook rules)
    {
        _world = world;
        _store = store;
        _realTime = realTime;
        Sessions = sessions;
        Journal = journal;
        Events = events;
        Rules = rules;
        _callRules = new RunCallRules(this);
        _world.CallRules = _callRules;
    }

    /// <summary>The sessions of the simulated vCenter.</summary>
    public SessionStore Sessions { get; }

    /// <summary>The last calls of clients.</summary>
    public CallJournal Journal { get; }

    /// <summary>Tells what happens.</summary>
    public SimulatorEvents Events { get; }

    /// <summary>The fault rules.</summary>
    public RuleBook Rules { get; }

    /// <summary>What rules have changed for a time.</summary>
    internal StateChanges StateChanges { get; } = new();

    /// <summary>The clock that people and clients go by, for what is not part of the simulated world: timeouts and waiting.</summary>
    public TimeProvider RealTime => _realTime;

    /// <summary>The choices of the lab; the same for the life of the world.</summary>
    public Knobs Knobs => _world.Knobs;

    /// <summary>The simulated time at a real one, for those who only look at the clock and do not wait for the world.</summary>
    internal DateTimeOffset TimeAt(DateTimeOffset real) => _world.Clock.At(real);

    /// <summary>Why the workspace cannot be used any more, or null while it can.</summary>
    public Exception? Failure => _lastCommit.IsFaulted ? _lastCommit.Exception.InnerException : null;

    /// <summary>
    /// Does one piece of work on the world, at its time and with everything settled that is due by then, and waits
    /// until all that the result may rest on is committed.
    /// </summary>
    /// <param name="state">Passed to <paramref name="work"/>.</param>
    /// <param name="work">Runs alone; must not block. If it throws, the world is as it was.</param>
    /// <exception cref="StoreException">The store failed; the workspace cannot be used any more.</exception>
    public ValueTask<TResult> RunAsync<TState, TResult>(TState state, Func<World, TState, TResult> work) => RunAsync(state, work, null);

    /// <inheritdoc cref="RunAsync{TState, TResult}(TState, Func{World, TState, TResult})"/>
    /// <param name="recording">What records the client's call that the work is done for; null: it is for no call, or there is no journal.</param>
    internal async ValueTask<TResult> RunAsync<TState, TResult>(TState state, Func<World, TState, TResult> work, CallRecording? recording)
    {
        TResult result;
        Task committed;
        lock (_gate)
        {
            DateTimeOffset real = _realTime.GetUtcNow();
            Advance(_world, _world.Clock.At(real));
            int before = _world.MadeCalls.Count;
            try
            {
                result = work(_world, state);
            }
            catch
            {
                _world.Rollback();
                throw;
            }

            if (_world.MadeCalls.Count > 0)
            {
                // Those that became due before the work are not its doing.
                Journal.Add(_world.MadeCalls.Take(before), real, null);
                Journal.Add(_world.MadeCalls.Skip(before), real, recording);
            }

            committed = Commit();
        }

        await committed;
        return result;
    }

    /// <inheritdoc cref="RunAsync{TState, TResult}(TState, Func{World, TState, TResult})"/>
    public ValueTask<TResult> RunAsync<TResult>(Func<World, TResult> work) => RunAsync(work, static (world, w) => w(world));

    /// <summary>What the journal holds, with the calls that runs of plans have made until now.</summary>
    internal async ValueTask<JournalSnapshot> ReadJournalAsync()
    {
        await RunAsync(static _ => true);
        return Journal.Read();
    }

    /// <summary>Waits until a simulated time has come, however the clock is set in between.</summary>
    public async Task WaitUntilAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        while (true)
        {
            Task changed = _clockChanges.Next;
            (DateTimeOffset now, ClockState clock) = await RunAsync(static world => (world.Now, world.Clock));
            if (now >= until)
            {
                return;
            }

            // At most a day at once: no clock is set for longer than that and waited for.
            double seconds = clock.IsFrozen ? SecondsOfDay : Math.Min(SecondsOfDay, (until - now).TotalSeconds / clock.Scale);
            Task passed = Task.Delay(TimeSpan.FromSeconds(seconds), _realTime, cancellation);
            await Task.WhenAny(passed, changed);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Changes how time passes.</summary>
    /// <param name="change">Gets the clock anchored at this moment and gives back the one to go on with.</param>
    /// <returns>The clock and the simulated time after the change, with everything settled that is due by then.</returns>
    public ValueTask<(ClockState Clock, DateTimeOffset Now)> SetClockAsync(Func<ClockState, ClockState> change) =>
        RunAsync((Change: change, Time: _realTime, Self: this), static (world, s) =>
        {
            DateTimeOffset real = s.Time.GetUtcNow();
            ClockState clock = s.Change(world.Clock.AnchoredAt(real));
            world.Put(clock);
            s.Self.Advance(world, clock.At(real));
            s.Self._clockChanges.Signal();
            return (clock, world.Now);
        });

    /// <summary>
    /// Makes the world anew from its lab and seed. Time begins at T0 again when that was given, otherwise now.
    /// Sessions stay.
    /// </summary>
    /// <returns>The world before, for what can be said of it.</returns>
    public ValueTask<World> ResetAsync() => ReplaceAsync(NewWorld.Again);

    /// <summary>
    /// The world as it is now, to be restored one day: all its entities, among them a clock that stands at this moment
    /// and tells the real time of it.
    /// </summary>
    public ValueTask<IReadOnlyList<Entity>> CaptureAsync() => RunAsync(_realTime, static IReadOnlyList<Entity> (world, time) =>
        [.. world.Entities.Where(e => e is not ClockState), world.Clock with { Anchor = world.Now, RealAnchor = time.GetUtcNow() }]);

    /// <summary>
    /// Puts a world that was captured in the place of this one, at its time and with its clock's mode. Sessions stay.
    /// </summary>
    /// <returns>The world before, for what can be said of it.</returns>
    public ValueTask<World> RestoreAsync(IReadOnlyList<Entity> entities) =>
        ReplaceAsync((World world, DateTimeOffset real, out WorldChanges changes) => NewWorld.Restored(world, entities, real, out changes));

    /// <summary>Waits for the last commit and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            // What became due unobserved is settled, so that a clean stop loses no task.
            await RunAsync(static _ => true);
        }
        catch (StoreException)
        {
            // The failure was told to whoever asked for the commit.
        }

        await _store.DisposeAsync();
    }

    private async ValueTask<World> ReplaceAsync(Successor successor)
    {
        World before;
        Task committed;
        lock (_gate)
        {
            before = _world;
            _world = successor(before, _realTime.GetUtcNow(), out WorldChanges changes);
            _world.CallRules = _callRules;
            committed = _lastCommit = _store.CommitAsync(changes);
            Journal.WorldBegan();
            StateChanges.Clear();
            Rules.Restart(_world.Now);
            _clockChanges.Signal();
        }

        await committed;
        return before;
    }

    // What rules changed for a time is taken back at its time, between what is due before and after it.
    private void Advance(World world, DateTimeOffset now)
    {
        while (StateChanges.Next is { } at && at <= now)
        {
            DueWork.AdvanceTo(world, at);
            StateChanges.TakeBack(world);
        }

        DueWork.AdvanceTo(world, now);
    }

    private delegate World Successor(World world, DateTimeOffset real, out WorldChanges changes);

    private Task Commit() => _world.TakeChanges() is { } changes ? _lastCommit = _store.CommitAsync(changes) : _lastCommit;
}
