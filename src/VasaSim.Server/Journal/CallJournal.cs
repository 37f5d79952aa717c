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
    private readonly ByteRing _bytes;
    private long _last;
    private long _dropped;
    private long _worldBegan;

    /// <summary>Makes an empty journal.</summary>
    /// <param name="maxEntries">How many requests it keeps; 0 turns it off.</param>
    /// <param name="maxBytes">How many bytes of raw requests and replies it keeps.</param>
    /// <param name="events">Is told of each.</param>
    internal CallJournal(int maxEntries, long maxBytes, SimulatorEvents events) =>
        (_maxEntries, _bytes, _events) = (maxEntries, new ByteRing(maxEntries == 0 ? 0 : maxBytes), events);

    /// <summary>What calls name, shared by the entries.</summary>
    internal NamedObjects Names { get; } = new();

    /// <summary>Serves a request, and records it unless the journal is off.</summary>
    internal Task AroundAsync(HttpContext http, Workspace workspace, Func<HttpContext, Task> serve) =>
        _maxEntries == 0 ? serve(http) : RecordAsync(http, workspace, serve);

    /// <summary>Gives an entry its number and keeps it; one that is larger than the whole journal is only told.</summary>
    /// <param name="entry">The entry; the journal says where its bytes are.</param>
    /// <param name="raw">Its bytes.</param>
    internal void Add(JournalEntry entry, ReadOnlySpan<byte> raw)
    {
        lock (_gate)
        {
            bool fits = raw.Length <= _bytes.Capacity;
            while (fits && (_entries.Count >= _maxEntries || _bytes.Used + raw.Length > _bytes.Capacity))
            {
                _bytes.Free(_entries.Dequeue().Raw.Length);
                _dropped++;
            }

            JournalEntry numbered = entry with { Number = ++_last, Raw = entry.Raw with { Start = fits ? _bytes.Append(raw) : 0 } };
            if (fits)
            {
                _entries.Enqueue(numbered);
            }
            else
            {
                _dropped++;
            }

            if (_events.HasListeners)
            {
                // Here, so that they are told in the order of their numbers.
                _events.Publish(new CallEvent(numbered));
            }
        }
    }

    /// <summary>An entry with its request and its reply, if it had one; null when the journal has no such entry.</summary>
    internal RecordedCall? Find(long number)
    {
        lock (_gate)
        {
            JournalEntry entry = _entries.FirstOrDefault(e => e.Number == number);
            if (entry.Number != number)
            {
                return null;
            }

            RawExtent raw = entry.Raw;
            long heads = raw.Start + raw.RequestBody + raw.ReplyBody;
            return new RecordedCall(
                entry,
                RawMessage.Parse(_bytes.Read(heads, raw.RequestHead), _bytes.Read(raw.Start, raw.RequestBody)),
                entry.Answered
                    ? RawMessage.Parse(_bytes.Read(heads + raw.RequestHead, raw.ReplyHead), _bytes.Read(raw.Start + raw.RequestBody, raw.ReplyBody))
                    : null);
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
            _bytes.Free(_bytes.Used);
            _dropped = 0;
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

    private static async Task RecordAsync(HttpContext http, Workspace workspace, Func<HttpContext, Task> serve)
    {
        using CallRecording recording = new(http, workspace);
        bool finished = false;
        try
        {
            await serve(http);
            finished = true;
        }
        finally
        {
            recording.End(finished);
        }
    }
}

/// <summary>What a journal held at a moment.</summary>
/// <param name="Entries">Oldest first.</param>
/// <param name="Last">The number of the last entry there was; 0 before the first.</param>
/// <param name="Dropped">How many entries had to go since the journal was cleared, because it was full.</param>
/// <param name="WorldBegan">The last number that was given before the world was last made anew; 0 when it never was.</param>
internal sealed record JournalSnapshot(IReadOnlyList<JournalEntry> Entries, long Last, long Dropped, long WorldBegan);

/// <summary>An entry with all that was on the wire.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Request">The request.</param>
/// <param name="Reply">The reply; null without one.</param>
internal sealed record RecordedCall(JournalEntry Entry, RawMessage Request, RawMessage? Reply);
