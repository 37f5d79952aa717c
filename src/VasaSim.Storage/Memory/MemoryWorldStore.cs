using VasaSim.Core.Storage;

namespace VasaSim.Storage.Memory;

/// <summary>Keeps a world as long as the process lives. Entities never change, so it keeps them as they come.</summary>
internal sealed class MemoryWorldStore : IWorldStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<EntityKey, Entity> _entities = [];
    private readonly CommitOrder _order = new("The store in memory");
    private long _revision;
    private bool _disposed;

    public Task<StoredWorld> LoadAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return Task.FromResult(new StoredWorld(_revision, [.. _entities.Values]));
        }
    }

    public Task CommitAsync(WorldChanges changes)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_order.Refuse(changes) is { } refusal)
                return Task.FromException(refusal);

            if (changes.ReplacesAll)
                _entities.Clear();
            for (int i = 0; i < changes.Changes.Count; i++)
            {
                (EntityKey key, Entity? value) = changes.Changes[i];
                if (value is null)
                    _entities.Remove(key);
                else
                    _entities[key] = value;
            }

            _revision = changes.Revision;
            return Task.CompletedTask;
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _disposed = true;
            _entities.Clear();
        }

        return ValueTask.CompletedTask;
    }
}
