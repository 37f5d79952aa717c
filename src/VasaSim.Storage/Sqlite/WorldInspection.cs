using VasaSim.Core.Storage;

namespace VasaSim.Storage.Sqlite;

/// <summary>
/// Reads a world without changing a byte of its files, so that what must be refused can be refused untouched.
/// </summary>
internal static class WorldInspection
{
    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <summary>Checks the file and reads everything in it.</summary>
    /// <returns>Null when there is no world yet.</returns>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static StoredWorld? Read(SqliteWorldFile file)
    {
        try
        {
            long log = LengthOf(file.WriteAheadLog);
            if (LengthOf(file.Path) == 0)
            {
                // SQLite would take the log for a leftover and delete it.
                return log == 0 ? null : throw file.Damaged("it is empty or missing, while its -wal still holds data");
            }

            if (!BeginsWithMagic(file.Path))
                throw file.Damaged("it is not an SQLite database");
            using SqliteDatabase database = SqliteDatabase.OpenReadOnly(UriFor(file, log));
            return Read(file, database);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw file.Unavailable(e.Message, e);
        }
    }

    // A database that was closed in good order is in one file, and read as one that cannot change it needs no others.
    // What a killed process committed last is in the log, which has to be read too; its index is then not touched
    // but made anew in memory. (Where the index is missing, SQLite adds an empty one.)
    private static string UriFor(SqliteWorldFile file, long log)
    {
        if (log == 0)
            return file.Uri("mode=ro", "immutable=1");
        return File.Exists(file.SharedMemory) ? file.Uri("mode=ro", "readonly_shm=1") : file.Uri("mode=ro");
    }

    private static StoredWorld? Read(SqliteWorldFile file, SqliteDatabase database)
    {
        // One transaction, so that all of it is of one moment.
        database.Execute("BEGIN");
        long application = database.ReadInteger("PRAGMA application_id");
        long tables = database.ReadInteger("SELECT count(*) FROM sqlite_schema");
        if (application == 0 && tables == 0)
            return null;
        if (application != WorldSchema.ApplicationId)
            throw file.Damaged("it is the database of another program");

        long version = database.ReadInteger("PRAGMA user_version");
        if (version > WorldSchema.Version)
            throw file.NewerVersion($"its format is {version}, and this version knows formats up to {WorldSchema.Version}");
        if (version is > 0 and < WorldSchema.Version)
            throw file.OlderVersion($"its format is {version}, and this version reads format {WorldSchema.Version} only");
        if (version <= 0)
            throw file.Damaged($"it claims format {version}, which was never written");
        string check = database.ReadText("PRAGMA quick_check(1)");
        if (check != "ok")
            throw file.Damaged($"it is damaged ({check.ReplaceLineEndings(" ")})");
        return WorldRows.ReadAll(file, database);
    }

    private static long LengthOf(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"'{path}' is a directory");
        var info = new FileInfo(path);
        return info.Exists ? info.Length : 0;
    }

    private static bool BeginsWithMagic(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> start = stackalloc byte[Magic.Length];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Magic);
    }
}
