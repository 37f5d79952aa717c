using System.Threading.Channels;

namespace VasaSim.Server.Journal;

/// <summary>One who listens: events wait here until they are read. One reader at a time; otherwise safe for threads.</summary>
internal sealed class EventSubscription : IDisposable
{
    /// <summary>How many events wait at most; of more, the oldest are lost.</summary>
    public const int MaxWaiting = 1000;

    private readonly SimulatorEvents _events;
    private readonly Channel<SimulatorEvent> _waiting;
    private long _lost;

    public EventSubscription(SimulatorEvents events)
    {
        _events = events;
        _waiting = Channel.CreateBounded<SimulatorEvent>(
            new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Interlocked.Increment(ref _lost));
    }

    /// <summary>The events, oldest first.</summary>
    public ChannelReader<SimulatorEvent> Reader => _waiting.Reader;

    /// <summary>How many events were lost since this was last asked.</summary>
    public long TakeLost() => Interlocked.Exchange(ref _lost, 0);

    public void Offer(SimulatorEvent happened) => _waiting.Writer.TryWrite(happened);

    public void Dispose() => _events.Remove(this);
}
