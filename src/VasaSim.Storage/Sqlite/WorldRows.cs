using System.Text.Json;
using VasaSim.Core.Storage;
using VasaSim.Storage.Serialization;

namespace VasaSim.Storage.Sqlite;

/// <summary>Reads the rows of a world.</summary>
internal static class WorldRows
{
    /// <summary>Reads everything.</summary>
    /// <exception cref="StoreException">A row cannot be understood.</exception>
    public static StoredWorld ReadAll(SqliteWorldFile file, SqliteDatabase database, CancellationToken cancellation = default)
    {
        long revision = database.ReadInteger("SELECT value FROM meta WHERE name = 'revision'");
        var entities = new List<Entity>();
        using SqliteStatement rows = database.Prepare("SELECT kind, id, body FROM entity");
        while (rows.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            entities.Add(Read(file, new((EntityKind)rows.Integer(0), rows.Text(1)), rows.Blob(2)));
        }

        return new StoredWorld(revision, entities);
    }

    private static Entity Read(SqliteWorldFile file, EntityKey key, ReadOnlySpan<byte> body)
    {
        try
        {
            Entity entity = EntitySerializer.Read(key.Kind, body);
            return entity.Key == key ? entity : throw file.Damaged($"{key.Kind} '{key.Id}' holds {entity.Key.Kind} '{entity.Key.Id}'");
        }
        catch (UnknownKindException e)
        {
            throw file.NewerVersion(e.Message, e);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw file.Damaged($"{key.Kind} '{key.Id}' cannot be read ({e.Message})", e);
        }
    }
}
