using VasaSim.Core.Storage;
using VasaSim.Storage.Memory;
using VasaSim.Storage.Sqlite;

namespace VasaSim.Storage;

/// <summary>Makes the stores that a world can be kept in. Safe to call from any thread.</summary>
public static class WorldStores
{
    /// <summary>
    /// Opens a world kept in an SQLite file, or makes a new one when there is none; missing directories are made. The
    /// file is checked and read as a whole before anything in it is changed, so this takes time in proportion to its
    /// size. While the store is open no other one can open the file; <c>path.lock</c> beside it stands for that.
    /// </summary>
    /// <param name="path">The file. SQLite keeps <c>path-wal</c> and <c>path-shm</c> beside it while it is open, and
    /// after a crash; they belong to it.</param>
    /// <param name="durability">What a completed commit survives.</param>
    /// <exception cref="StoreException">The file cannot be opened or made, another store has it open, it is damaged,
    /// belongs to another program, or was written by a newer version. It was left as it is.</exception>
    public static IWorldStore OpenSqlite(string path, Durability durability)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SqliteWorldStore.Open(new SqliteWorldFile(path), new SqliteSettings { Durability = durability });
    }

    /// <summary>Makes an empty store that forgets everything with the process. Its commits complete at once.</summary>
    public static IWorldStore InMemory() => new MemoryWorldStore();
}
