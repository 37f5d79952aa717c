using Microsoft.AspNetCore.Http;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Journal;

/// <summary>
/// The last requests of the product port with their answers, up to a number of entries and a number of bytes; the oldest
/// go first. Safe for threads.
/// </summary>
public sealed class CallJournal
{
    private readonly Lock _gate = new();
    private readonly Queue<JournalEntry> _entries = new();
    private readonly SimulatorEvents _events;
    private readonly int _maxEntries;
    private readonly long _maxBytes;
    private long _bytes;
    private long _last;
    private long _dropped;
    private long _worldBegan;

    /// <summary>Makes an empty journal.</summary>
    /// <param name="maxEntries">How many requests it keeps; 0 turns it off.</param>
    /// <param name="maxBytes">How many bytes of raw requests and replies it keeps.</param>
    /// <param name="events">Is told of each.</param>
    internal CallJournal(int maxEntries, long maxBytes, SimulatorEvents events) =>
        (_maxEntries, _maxBytes, _events) = (maxEntries, maxBytes, events);

    /// <summary>Begins to record a request; null when the journal is off.</summary>
    internal CallRecording? Begin(HttpContext http, Workspace workspace) =>
        _maxEntries == 0 ? null : new CallRecording(http, workspace);

    /// <summary>Gives an entry its number and keeps it.</summary>
    internal void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            JournalEntry numbered = entry with { Number = ++_last };
            _entries.Enqueue(numbered);
            _bytes += entry.Size;
            if (_events.HasListeners)
            {
                // Here, so that they are told in the order of their numbers.
                _events.Publish(new CallEvent(numbered));
            }

            while (_entries.Count > _maxEntries || _bytes > _maxBytes)
            {
                _bytes -= _entries.Dequeue().Size;
                _dropped++;
            }
        }
    }

    /// <summary>What it holds at this moment.</summary>
    internal JournalSnapshot Read()
    {
        lock (_gate)
        {
            return new JournalSnapshot([.. _entries], _last, _dropped, _worldBegan);
        }
    }

    /// <summary>Forgets all entries; numbers go on.</summary>
    /// <returns>How many there were.</returns>
    internal int Clear()
    {
        lock (_gate)
        {
            int count = _entries.Count;
            _entries.Clear();
            (_bytes, _dropped) = (0, 0);
            return count;
        }
    }

    /// <summary>Notes that the world was made anew: the tasks that earlier calls started are gone, and their ids come again.</summary>
    internal void WorldBegan()
    {
        lock (_gate)
        {
            _worldBegan = _last;
        }
    }
}

/// <summary>What a journal held at a moment.</summary>
/// <param name="Entries">Oldest first.</param>
/// <param name="Last">The number of the last entry there was; 0 before the first.</param>
/// <param name="Dropped">How many entries had to go since the journal was cleared, because it was full.</param>
/// <param name="WorldBegan">The last number that was given before the world was last made anew; 0 when it never was.</param>
internal sealed record JournalSnapshot(IReadOnlyList<JournalEntry> Entries, long Last, long Dropped, long WorldBegan);
