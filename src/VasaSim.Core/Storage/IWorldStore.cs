namespace VasaSim.Core.Storage;

/// <summary>
/// Keeps a world. A store holds entities by key and the revision of the last commit; it knows nothing of what the
/// entities mean. Implementations are safe to call from any thread.
/// </summary>
public interface IWorldStore : IAsyncDisposable
{
    /// <summary>Reads everything that was committed.</summary>
    /// <returns>The stored world; no entities and revision 0 when the store is new.</returns>
    /// <exception cref="StoreException">The store cannot be used; it was left as it is.</exception>
    Task<StoredWorld> LoadAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Takes a change for committing. Changes are committed in the order of the calls; changes that wait at the same
    /// moment may share one flush.
    /// </summary>
    /// <returns>Completes when the change is kept as durably as the store was told to; fails with
    /// <see cref="StoreException"/> when it could not be, and then every later commit fails too.</returns>
    Task CommitAsync(WorldChanges changes);
}

/// <summary>All that a store holds.</summary>
/// <param name="Revision">The revision of the last commit, 0 when there was none.</param>
/// <param name="Entities">Every entity, in no particular order.</param>
public sealed record StoredWorld(long Revision, IReadOnlyList<Entity> Entities);
