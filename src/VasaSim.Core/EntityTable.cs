namespace VasaSim.Core;

/// <summary>Entities of one kind by id. Not safe for threads: the world is guarded as a whole.</summary>
internal sealed class EntityTable<TId, T>
    where TId : notnull
    where T : class
{
    private readonly Dictionary<TId, T> _byId = [];

    public int Count => _byId.Count;

    public IReadOnlyCollection<T> All => _byId.Values;

    public T? Find(TId id) => _byId.GetValueOrDefault(id);

    /// <summary>Puts the value in place, or removes what is there when it is null; gives back what was there.</summary>
    public T? Set(TId id, T? value)
    {
        _byId.TryGetValue(id, out T? before);
        if (value is null)
        {
            _byId.Remove(id);
        }
        else
        {
            _byId[id] = value;
        }

        return before;
    }
}
