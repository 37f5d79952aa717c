using SQLitePCL;
using VasaSim.Core.Storage;

namespace VasaSim.Storage.Sqlite;

/// <summary>SQLite said no.</summary>
internal sealed class SqliteFailure(int code, string message) : Exception(message)
{
    /// <summary>What it means for a store.</summary>
    public StoreProblem Problem => (code & 0xFF) switch
    {
        // SQLITE_ERROR: the statements are ours and right, so the tables are not.
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR => StoreProblem.Damaged,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StoreProblem.InUse,
        _ => StoreProblem.Unavailable,
    };
}
