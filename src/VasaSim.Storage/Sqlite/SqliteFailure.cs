using SQLitePCL;
using VasaSim.Core.Storage;

namespace VasaSim.Storage.Sqlite;

/// <summary>SQLite said no.</summary>
internal sealed class SqliteFailure(int code, string message) : Exception(message)
{
    /// <summary>What it means for a store.</summary>
    public StoreProblem Problem => (code & 0xFF) switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StoreProblem.Damaged,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StoreProblem.InUse,
        _ => StoreProblem.Unavailable,
    };
}
