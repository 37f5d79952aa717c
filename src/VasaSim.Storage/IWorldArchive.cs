using VasaSim.Core.Storage;

namespace VasaSim.Storage;

/// <summary>
/// Keeps whole worlds as they once were, each under a name that can be a file's. One caller at a time.
/// </summary>
public interface IWorldArchive
{
    /// <summary>The names there are, sorted.</summary>
    /// <exception cref="StoreException">The archive cannot be read.</exception>
    IReadOnlyList<string> Names();

    /// <summary>Keeps a world, all of it or nothing.</summary>
    /// <param name="name">A name that is not there yet.</param>
    /// <param name="entities">All entities of the world.</param>
    /// <exception cref="StoreException">It cannot be kept.</exception>
    Task WriteAsync(string name, IReadOnlyList<Entity> entities);

    /// <summary>All entities of a world that was kept.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    Task<IReadOnlyList<Entity>> ReadAsync(string name);

    /// <summary>Forgets a world.</summary>
    /// <exception cref="StoreException">It cannot be deleted.</exception>
    void Delete(string name);
}
