namespace VasaSim.Server.Journal;

/// <summary>
/// Tells events to those who listen. Whoever publishes never waits: a listener that is slow loses events. Safe for threads.
/// </summary>
public sealed class SimulatorEvents
{
    private readonly Lock _gate = new();

    // Replaced as a whole, so that publishing needs no lock.
    private EventSubscription[] _listeners = [];

    internal SimulatorEvents()
    {
    }

    /// <summary>Whether an event is worth making.</summary>
    internal bool HasListeners => Volatile.Read(ref _listeners).Length > 0;

    /// <summary>Begins to listen; dispose it to end.</summary>
    internal EventSubscription Subscribe()
    {
        EventSubscription subscription = new(this);
        lock (_gate)
        {
            _listeners = [.. _listeners, subscription];
        }

        return subscription;
    }

    internal void Publish(SimulatorEvent happened)
    {
        foreach (EventSubscription listener in Volatile.Read(ref _listeners))
        {
            listener.Offer(happened);
        }
    }

    internal void Remove(EventSubscription subscription)
    {
        lock (_gate)
        {
            _listeners = [.. _listeners.Where(l => l != subscription)];
        }
    }
}
