using System.Text;
using SQLitePCL;

namespace VasaSim.Storage.Sqlite;

/// <summary>A prepared statement; parameters and columns are named by position, parameters from 1, columns from 0.</summary>
internal sealed class SqliteStatement(SqliteDatabase database, sqlite3_stmt handle) : IDisposable
{
    public void Bind(int parameter, long value) => database.Check(raw.sqlite3_bind_int64(handle, parameter, value));

    /// <summary>Binds text given in UTF-8.</summary>
    public void BindText(int parameter, ReadOnlySpan<byte> utf8) =>
        // An empty span has no address, and SQLite takes that for NULL.
        database.Check(utf8.IsEmpty ? raw.sqlite3_bind_text(handle, parameter, "") : raw.sqlite3_bind_text(handle, parameter, utf8));

    public void BindBlob(int parameter, ReadOnlySpan<byte> value) => database.Check(raw.sqlite3_bind_blob(handle, parameter, value));

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step()
    {
        int code = raw.sqlite3_step(handle);
        database.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs a statement that has no rows, and makes it ready to be run again.</summary>
    public void Run()
    {
        int code = raw.sqlite3_step(handle);
        // Reports the same error once more; the step's is the one that is told.
        _ = raw.sqlite3_reset(handle);
        database.Check(code);
    }

    public long Integer(int column) => raw.sqlite3_column_int64(handle, column);

    // By its length: read as C text it would end at a NUL in it.
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    /// <summary>The bytes of a column, valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose() => handle.Dispose();
}
