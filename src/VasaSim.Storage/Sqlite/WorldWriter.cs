using System.Buffers;
using System.Text;
using VasaSim.Core.Storage;
using VasaSim.Storage.Serialization;

namespace VasaSim.Storage.Sqlite;

/// <summary>Writes changes into the database, one transaction each. Used by one thread at a time.</summary>
internal sealed class WorldWriter : IDisposable
{
    private readonly SqliteWorldFile _file;
    private readonly SqliteDatabase _database;
    private readonly EntitySerializer _serializer = new();
    private readonly ArrayBufferWriter<byte> _id = new(256);
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _clear;
    private readonly SqliteStatement _put;
    private readonly SqliteStatement _delete;
    private readonly SqliteStatement _advance;

    public WorldWriter(SqliteWorldFile file, SqliteDatabase database)
    {
        _file = file;
        _database = database;
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _commit = database.Prepare("COMMIT");
        _clear = database.Prepare("DELETE FROM entity");
        _put = database.Prepare("INSERT INTO entity (kind, id, body) VALUES (?1, ?2, ?3) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body");
        _delete = database.Prepare("DELETE FROM entity WHERE kind = ?1 AND id = ?2");
        _advance = database.Prepare("UPDATE meta SET value = ?1 WHERE name = 'revision' AND value = ?2");
    }

    /// <summary>Writes all of it or, when it throws, nothing.</summary>
    public void Write(ChangeSet changes)
    {
        _begin.Run();
        try
        {
            if (changes.ReplacesAll)
                _clear.Run();
            foreach ((EntityKey key, Entity? value) in changes.Values)
                Write(key, value);
            Advance(changes);
            _commit.Run();
        }
        catch
        {
            // Some failures end the transaction by themselves.
            if (!_database.IsAutocommit)
                _database.Execute("ROLLBACK");
            throw;
        }
    }

    private void Write(EntityKey key, Entity? value)
    {
        SqliteStatement statement = value is null ? _delete : _put;
        _id.ResetWrittenCount();
        Encoding.UTF8.GetBytes(key.Id, _id);
        statement.Bind(1, (long)key.Kind);
        statement.BindText(2, _id.WrittenSpan);
        if (value is not null)
        {
            // Such a row would be refused as damaged at the next start; better now than then.
            if (value.Key != key)
                throw new InvalidOperationException($"{key.Kind} '{key.Id}' was to become {value.Key.Kind} '{value.Key.Id}'");
            statement.BindBlob(3, _serializer.Write(key.Kind, value));
        }

        statement.Run();
    }

    private void Advance(ChangeSet changes)
    {
        _advance.Bind(1, changes.Revision);
        _advance.Bind(2, changes.Before);
        _advance.Run();
        if (_database.Changes != 1)
            throw _file.Conflict(changes.Before);
    }

    public void Dispose()
    {
        foreach (SqliteStatement statement in (ReadOnlySpan<SqliteStatement>)[_begin, _commit, _clear, _put, _delete, _advance])
            statement.Dispose();
        _serializer.Dispose();
    }
}
