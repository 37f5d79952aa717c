using System.Globalization;
using VasaSim.Core.Storage;

namespace VasaSim.Storage.Sqlite;

/// <summary>Opens a world's database for writing, after <see cref="WorldInspection"/> has found it good.</summary>
internal static class WorldDatabase
{
    /// <param name="file">The file.</param>
    /// <param name="settings">How it is written.</param>
    /// <param name="isNew">Whether the tables are still to be made.</param>
    public static SqliteDatabase Open(SqliteWorldFile file, SqliteSettings settings, bool isNew)
    {
        SqliteDatabase database = SqliteDatabase.OpenOrCreate(file.Path);
        try
        {
            Configure(file, database, settings);
            if (isNew)
                database.Execute(WorldSchema.Create);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static void Configure(SqliteWorldFile file, SqliteDatabase database, SqliteSettings settings)
    {
        if (database.ReadText("PRAGMA journal_mode = WAL") != "wal")
            throw file.Unavailable("the file system does not allow SQLite's write-ahead log; network file systems do not");

        // Cache and checkpoints stay as SQLite has them: a larger cache and rarer checkpoints were measured and brought
        // nothing but slower slowest commits.
        if (settings.MaxPages is { } pages)
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));

        // fullfsync matters on macOS, where an ordinary fsync stops at the drive's own cache.
        database.Execute(settings.Durability == Durability.Full
            ? "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON"
            : "PRAGMA synchronous = NORMAL");
    }
}
