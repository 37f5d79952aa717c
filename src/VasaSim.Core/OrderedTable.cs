using VasaSim.Core.Storage;

namespace VasaSim.Core;

/// <summary>
/// Entities of one kind by id, and in their order by position: a page of them costs the same however many there are.
/// A change in the middle moves references, no more. Not safe for threads: the world is guarded as a whole.
/// </summary>
internal sealed class OrderedTable<T>(Func<T, string> id, Func<T, long> ordinal)
    where T : Entity
{
    private readonly Dictionary<string, T> _byId = new(StringComparer.Ordinal);
    private readonly List<T> _inOrder = [];

    /// <summary>All, in order.</summary>
    public IReadOnlyList<T> All => _inOrder;

    public T? Find(string key) => _byId.GetValueOrDefault(key);

    /// <summary>Puts the value in place, or removes what is there when it is null; gives back what was there.</summary>
    public T? Set(string key, T? value)
    {
        if (_byId.Remove(key, out T? before))
        {
            int at = PositionOf(ordinal(before));
            if (value is not null && ordinal(value) == ordinal(before))
            {
                _inOrder[at] = value;
                _byId[key] = value;
                return before;
            }

            _inOrder.RemoveAt(at);
        }

        if (value is not null)
        {
            _byId.Add(id(value), value);
            _inOrder.Insert(PositionOf(ordinal(value)), value);
        }

        return before;
    }

    // Where one with this ordinal is, or belongs. Most are put at the end.
    private int PositionOf(long wanted)
    {
        int low = 0;
        int high = _inOrder.Count;
        if (high > 0 && ordinal(_inOrder[^1]) < wanted)
        {
            return high;
        }

        while (low < high)
        {
            int middle = (low + high) / 2;
            if (ordinal(_inOrder[middle]) < wanted)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
