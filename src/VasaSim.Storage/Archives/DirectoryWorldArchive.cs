using VasaSim.Core.Storage;

namespace VasaSim.Storage.Archives;

/// <summary>
/// Keeps each world in a file <c>NAME.db</c> of a directory that nobody else writes to. A world is written under another
/// name first, so that a file is there with all of it or not at all.
/// </summary>
internal sealed class DirectoryWorldArchive(string directory, Durability durability) : IWorldArchive
{
    private const string Suffix = ".db";

    // No name begins with a dot.
    private const string Unfinished = ".new";

    public IReadOnlyList<string> Names() => Guarded("read", () => Directory.Exists(directory)
        ? Directory.EnumerateFiles(directory)
            .Select(file => Path.GetFileName(file))
            .Where(file => file.EndsWith(Suffix, StringComparison.Ordinal) && !file.StartsWith('.'))
            .Select(file => file[..^Suffix.Length])
            .Order(StringComparer.Ordinal)
            .ToArray()
        : []);

    public async Task WriteAsync(string name, IReadOnlyList<Entity> entities)
    {
        Delete(Unfinished);
        await using (IWorldStore store = WorldStores.OpenSqlite(FileOf(Unfinished), durability))
            await store.CommitAsync(new WorldChanges { Revision = 1, ReplacesAll = true, Changes = [.. entities.Select(e => new EntityChange(e.Key, e))] });
        Guarded("written", () =>
        {
            File.Move(FileOf(Unfinished), FileOf(name));
            return true;
        });
        Delete(Unfinished);
    }

    public async Task<IReadOnlyList<Entity>> ReadAsync(string name)
    {
        await using IWorldStore store = WorldStores.OpenSqlite(FileOf(name), durability);
        return (await store.LoadAsync()).Entities;
    }

    // The file itself last: as long as it is there, so is the name.
    public void Delete(string name) => Guarded("deleted", () =>
    {
        foreach (string companion in Directory.Exists(directory) ? ["-wal", "-shm", ".lock", ""] : Array.Empty<string>())
            File.Delete(FileOf(name) + companion);
        return true;
    });

    private string FileOf(string name) => Path.Combine(directory, name + Suffix);

    private T Guarded<T>(string done, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.Unavailable, $"The worlds kept in '{directory}' cannot be {done}: {e.Message}", e);
        }
    }
}
