using VasaSim.Core.Storage;

namespace VasaSim.Storage.Archives;

/// <summary>Keeps worlds as long as the process lives. Entities never change, so worlds share those they have in common.</summary>
internal sealed class MemoryWorldArchive : IWorldArchive
{
    private readonly SortedDictionary<string, IReadOnlyList<Entity>> _worlds = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names() => [.. _worlds.Keys];

    public Task WriteAsync(string name, IReadOnlyList<Entity> entities)
    {
        _worlds.Add(name, entities);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Entity>> ReadAsync(string name) => Task.FromResult(_worlds[name]);

    public void Delete(string name) => _worlds.Remove(name);
}
