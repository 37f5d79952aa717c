using VasaSim.Core.Storage;

namespace VasaSim.Storage.Sqlite;

/// <summary>
/// What several changes come to: of an entity that more than one of them changed, only the last value is written.
/// </summary>
/// <param name="revision">The revision that is kept already.</param>
internal sealed class ChangeSet(long revision)
{
    // Clearing a dictionary costs what its capacity is; a small commit must not pay for a big one long ago.
    private const int KeptCapacity = 4096;

    private Dictionary<EntityKey, Entity?> _values = [];

    /// <summary>The revision that the changes build on.</summary>
    public long Before { get; private set; } = revision;

    /// <summary>The revision after the changes.</summary>
    public long Revision { get; private set; } = revision;

    /// <summary>Whether everything stored before is to be deleted first.</summary>
    public bool ReplacesAll { get; private set; }

    /// <summary>The new values, and null for what is deleted.</summary>
    public Dictionary<EntityKey, Entity?> Values => _values;

    /// <summary>Adds a change that follows the ones before it.</summary>
    public void Add(WorldChanges changes)
    {
        if (changes.ReplacesAll)
        {
            ReplacesAll = true;
            _values.Clear();
        }

        IReadOnlyList<EntityChange> list = changes.Changes;
        for (int i = 0; i < list.Count; i++)
            _values[list[i].Key] = list[i].Value;
        Revision = changes.Revision;
    }

    /// <summary>Begins anew, on top of what it held until now.</summary>
    public void Clear()
    {
        if (_values.Capacity > KeptCapacity)
            _values = [];
        else
            _values.Clear();
        ReplacesAll = false;
        Before = Revision;
    }
}
