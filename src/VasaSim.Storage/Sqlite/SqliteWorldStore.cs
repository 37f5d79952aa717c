using VasaSim.Core.Storage;

namespace VasaSim.Storage.Sqlite;

/// <summary>
/// Keeps a world in an SQLite file. One thread writes; it takes all changes that wait at a moment into one
/// transaction, so many callers share the cost of one commit.
/// </summary>
internal sealed class SqliteWorldStore : IWorldStore
{
    private readonly SqliteWorldFile _file;
    private readonly SqliteWorldLock _lock;
    private readonly SqliteDatabase _database;
    private readonly WorldWriter _writer;
    private readonly ChangeSet _changes;
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Guards what follows; the writer waits on it.
    private readonly object _gate = new();
    private readonly CommitOrder _order;
    private CommitBatch _waiting = new();
    private CommitBatch _spare = new();
    private StoredWorld? _opened;
    private bool _disposed;

    private SqliteWorldStore(SqliteWorldFile file, SqliteWorldLock heldLock, SqliteDatabase database, StoredWorld world)
    {
        _file = file;
        _lock = heldLock;
        _database = database;
        _writer = new WorldWriter(file, database);
        _changes = new ChangeSet(world.Revision);
        _order = new CommitOrder($"The world in '{file.Path}'", world.Revision);
        _opened = world;
    }

    public static SqliteWorldStore Open(SqliteWorldFile file, SqliteSettings settings)
    {
        _ = SqliteLibrary.Version;
        SqliteWorldLock? held = null;
        SqliteDatabase? database = null;
        try
        {
            held = SqliteWorldLock.Take(file);
            StoredWorld? world = WorldInspection.Read(file);
            database = WorldDatabase.Open(file, settings, isNew: world is null);
            var store = new SqliteWorldStore(file, held, database, world ?? new StoredWorld(0, []));
            new Thread(store.Run) { IsBackground = true, Name = "VasaSim store" }.Start();
            return store;
        }
        catch (Exception e)
        {
            database?.Dispose();
            held?.Dispose();
            if (e is SqliteFailure failure)
                throw file.Opening(failure);
            throw;
        }
    }

    public Task<StoredWorld> LoadAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_opened is { } world)
            {
                // Read when the file was opened, and good until the first commit. Not kept: it is as big as the world.
                _opened = null;
                return Task.FromResult(world);
            }

            var load = new LoadRequest(cancellation);
            _waiting.Loads.Add(load);
            Monitor.Pulse(_gate);
            return load.World;
        }
    }

    public Task CommitAsync(WorldChanges changes)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_order.Refuse(changes) is { } refusal)
                return Task.FromException(refusal);

            _opened = null;
            _waiting.Changes.Add(changes);
            if (_waiting.Changes.Count == 1)
                Monitor.Pulse(_gate);
            return _waiting.Committed;
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _disposed = true;
            _opened = null;
            Monitor.Pulse(_gate);
        }

        await _closed.Task;
    }

    private void Run()
    {
        StoreException? failure = null;
        while (Take() is { } batch)
        {
            if (batch.Changes.Count > 0)
                failure = Commit(batch, failure);
            foreach (LoadRequest load in batch.Loads)
                load.Answer(_file, _database);
            // Now, not when it is needed again: it may hold a whole world.
            batch.Reset();
        }

        Close();
    }

    // Two batches take turns: while one is written, the other fills up.
    private CommitBatch? Take()
    {
        lock (_gate)
        {
            while (_waiting.IsEmpty)
            {
                if (_disposed)
                    return null;
                Monitor.Wait(_gate);
            }

            CommitBatch taken = _waiting;
            (_waiting, _spare) = (_spare, taken);
            return taken;
        }
    }

    // What came after a failure was taken before anybody knew of it, and fails for the same reason.
    private StoreException? Commit(CommitBatch batch, StoreException? failure)
    {
        try
        {
            if (failure is null)
            {
                foreach (WorldChanges changes in batch.Changes)
                    _changes.Add(changes);
                _writer.Write(_changes);
                _changes.Clear();
                batch.Succeed();
                return null;
            }
        }
        catch (Exception e)
        {
            // Whatever it was, the file is no longer what the world in memory is; this is where it becomes an answer.
            failure = e as StoreException ?? _file.Writing(e);
            lock (_gate)
                _order.Fail(failure);
        }

        batch.Fail(failure);
        return failure;
    }

    private void Close()
    {
        try
        {
            _writer.Dispose();
            _database.Dispose();
            _lock.Dispose();
            _closed.SetResult();
        }
        catch (Exception e)
        {
            _closed.SetException(e);
        }
    }
}
