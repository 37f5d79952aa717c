using VasaSim.Storage.Archives;

namespace VasaSim.Storage;

/// <summary>Makes the archives that worlds can be kept in. Safe to call from any thread.</summary>
public static class WorldArchives
{
    /// <summary>Keeps each world in an SQLite file of a directory, which is made when there is something to keep.</summary>
    public static IWorldArchive InDirectory(string path, Durability durability)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new DirectoryWorldArchive(path, durability);
    }

    /// <summary>Forgets everything with the process.</summary>
    public static IWorldArchive InMemory() => new MemoryWorldArchive();
}
