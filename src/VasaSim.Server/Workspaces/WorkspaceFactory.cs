using VasaSim.Core.Lab;
using VasaSim.Core.Replication;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;
using VasaSim.Core;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Lab;
using VasaSim.Server.Injection;
using VasaSim.Server.Journal;
using VasaSim.Server.Sessions;
using VasaSim.Storage;

namespace VasaSim.Server.Workspaces;

/// <summary>Opens workspaces: the stored world if there is one, otherwise a new one.</summary>
public static class WorkspaceFactory
{
    private const string DatabaseName = "world.db";
    private const long DefaultSeed = 42;

    // A tape of so many decisions has some hundred megabytes.
    private const int KeptDecisions = 1_000_000;

    /// <summary>Opens a workspace.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    /// <exception cref="WorkspaceException">The options do not fit the stored world.</exception>
    public static async Task<Workspace> OpenAsync(WorkspaceOptions options, TimeProvider realTime, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(realTime);
        IWorldStore store = OpenStore(options);
        try
        {
            StoredWorld stored = await store.LoadAsync(cancellation);
            World world = stored.Entities.Count == 0
                ? await CreateAsync(options, store, stored.Revision, realTime)
                : await ContinueAsync(options, store, stored, realTime);
            SessionStore sessions = new(UserDirectory.Default(options.Password), world.Info.Seed, world.Counters.Starts, options.SessionTimeout, realTime);
            SimulatorEvents events = new();
            CallJournal journal = new(options.JournalEntries, options.JournalBytes, events);
            RuleBook rules = new(world.Info.Seed, new RuleCatalog(), options.Tape) { Recorder = new DecisionRecorder(KeptDecisions) };
            rules.Change(_ => options.Rules ?? options.Tape?.Rules ?? RuleSet.Empty, world.Now);
            return new Workspace(world, store, realTime, sessions, journal, events, rules);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private static IWorldStore OpenStore(WorkspaceOptions options) => options.DataDirectory is { } directory
        ? WorldStores.OpenSqlite(Path.Combine(directory, DatabaseName), options.Durability)
        : WorldStores.InMemory();

    private static async Task<World> CreateAsync(WorkspaceOptions options, IWorldStore store, long revision, TimeProvider realTime)
    {
        DateTimeOffset real = realTime.GetUtcNow();
        LabDefinition lab = options.Lab ?? KnownLabs.TwoSites;
        DateTimeOffset? given = options.StartTime ?? lab.StartTime;
        DateTimeOffset start = ClockState.WholeMilliseconds(given ?? real);
        ClockState clock = WithMode(new ClockState { Anchor = start, RealAnchor = real }, options.Clock ?? ClockMode.Real);
        World world = NewWorld.Make(
            lab, options.Seed ?? DefaultSeed, start, given is not null, clock, options.InstantTasks, revision, out WorldChanges changes);
        await store.CommitAsync(changes);
        return world;
    }

    private static async Task<World> ContinueAsync(WorkspaceOptions options, IWorldStore store, StoredWorld stored, TimeProvider realTime)
    {
        World world = new(stored.Entities, stored.Revision, options.InstantTasks);
        StoredWorldCheck.Throw(options, world.Info);
        DateTimeOffset real = realTime.GetUtcNow();
        if (options.Clock is { } mode)
        {
            world.Put(WithMode(world.Clock.AnchoredAt(real), mode));
        }

        world.Put(world.Counters with { Starts = world.Counters.Starts + 1 });

        // Running tasks end first: the service that ran them is gone, whatever time it is now.
        DueWork.FailRunning(world, "The Storage Monitoring Service was restarted while the task was running.");
        DueWork.AdvanceTo(world, world.Clock.At(real));
        await store.CommitAsync(world.TakeChanges()!);
        return world;
    }

    private static ClockState WithMode(ClockState clock, ClockMode mode) =>
        mode.IsFrozen ? clock with { IsFrozen = true } : clock with { IsFrozen = false, Scale = mode.Scale };
}
