using Microsoft.AspNetCore.Http;
using VasaSim.Core.Recovery.Plans.Runs;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Journal;

/// <summary>
/// The last requests of the product port with their answers, and the calls that runs of recovery plans made, up to a number
/// of entries and a number of bytes; the oldest go first. Safe for threads.
/// </summary>
public sealed class CallJournal
{
    private readonly Lock _gate = new();
    private readonly Queue<JournalEntry> _entries = new();
    private readonly Queue<(JournalEntry Entry, CallRecording? Cause)> _waiting = new();
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

    /// <summary>Gives the entry of a request its number and keeps it; one that is larger than the whole journal is only told.</summary>
    /// <param name="entry">The entry; the journal says where its bytes are.</param>
    /// <param name="raw">Its bytes.</param>
    /// <param name="recording">What it was gathered by.</param>
    internal void Add(JournalEntry entry, ReadOnlySpan<byte> raw, CallRecording recording)
    {
        lock (_gate)
        {
            Keep(entry, raw);
            recording.IsKept = true;
            KeepWaiting();
        }
    }

    /// <summary>Gives calls that runs of plans made their numbers and keeps them, in their order.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="realTime">When they were made, in real time.</param>
    /// <param name="cause">
    /// What records the request in whose turn they were made: they wait until its entry is kept, since it came first. Null:
    /// they are nobody's.
    /// </param>
    internal void Add(IEnumerable<MadeCall> calls, DateTimeOffset realTime, CallRecording? cause)
    {
        if (_maxEntries == 0)
        {
            return;
        }

        lock (_gate)
        {
            foreach (MadeCall call in calls)
            {
                _waiting.Enqueue((RunCalls.EntryOf(call, realTime, Names), cause));
            }

            KeepWaiting();
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
                entry is { Answered: true, CameByWire: true }
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

    // In the lock, as what it calls.
    private void KeepWaiting()
    {
        while (_waiting.TryPeek(out (JournalEntry Entry, CallRecording? Cause) next) && next.Cause is null or { IsKept: true })
        {
            Keep(_waiting.Dequeue().Entry, []);
        }
    }

    private void Keep(JournalEntry entry, ReadOnlySpan<byte> raw)
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
