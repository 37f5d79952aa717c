using System.Diagnostics.CodeAnalysis;
using SQLitePCL;

namespace VasaSim.Storage.Sqlite;

/// <summary>A connection. It is used by one thread at a time.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    // An administrator may look into the file with other tools, which hold its locks for a moment.
    private const int BusyMilliseconds = 5000;

    private readonly sqlite3 _handle;

    private SqliteDatabase(sqlite3 handle) => _handle = handle;

    /// <summary>Opens a file for reading and writing, and makes it when there is none.</summary>
    public static SqliteDatabase OpenOrCreate(string path)
    {
        SqliteDatabase database = Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        if (raw.sqlite3_db_readonly(database._handle, "main") == 0)
            return database;

        // SQLite is content with a file that it can only read, until something is to be written.
        database.Dispose();
        throw new SqliteFailure(raw.SQLITE_READONLY, "the file is write-protected");
    }

    /// <summary>Opens a file for reading.</summary>
    /// <param name="uri">A <c>file:</c> URI with SQLite's parameters.</param>
    public static SqliteDatabase OpenReadOnly(string uri) => Open(uri, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI);

    private static SqliteDatabase Open(string name, int flags)
    {
        int code = raw.sqlite3_open_v2(name, out sqlite3 handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        var database = new SqliteDatabase(handle);
        try
        {
            database.Check(code);
            database.Check(raw.sqlite3_extended_result_codes(handle, 1));
            database.Check(raw.sqlite3_busy_timeout(handle, BusyMilliseconds));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>False inside a transaction.</summary>
    public bool IsAutocommit => raw.sqlite3_get_autocommit(_handle) != 0;

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>Runs statements.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>The number in the first column of the first row.</summary>
    public long ReadInteger(string sql)
    {
        using SqliteStatement statement = Prepare(sql);
        return statement.Step() ? statement.Integer(0) : throw new SqliteFailure(raw.SQLITE_CORRUPT, $"nothing answers {sql}");
    }

    /// <summary>The text in the first column of the first row.</summary>
    public string ReadText(string sql)
    {
        using SqliteStatement statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : throw new SqliteFailure(raw.SQLITE_CORRUPT, $"nothing answers {sql}");
    }

    /// <summary>Prepares a statement that is run often.</summary>
    public SqliteStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out sqlite3_stmt statement));
        return new SqliteStatement(this, statement);
    }

    /// <summary>Throws unless the code says that all is well.</summary>
    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            Throw(code);
    }

    [DoesNotReturn]
    private void Throw(int code)
    {
        string message = _handle.IsInvalid ? raw.sqlite3_errstr(code).utf8_to_string() : raw.sqlite3_errmsg(_handle).utf8_to_string();
        throw new SqliteFailure(code, message);
    }

    /// <summary>Closes it; the last one to close a file moves what is in the <c>-wal</c> into it.</summary>
    public void Dispose() => _handle.Dispose();
}
