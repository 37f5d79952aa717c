using VasaSim.Core.Cloud.Model;

namespace VasaSim.Core.Cloud.Flow;

/// <summary>What will happen to the flows of replications by itself, in order of time. Kept as they change, since every call asks for the first.</summary>
internal sealed class FlowAgenda
{
    private readonly SortedSet<FlowEvent> _events = new(Comparer<FlowEvent>.Create((a, b) =>
        a.At != b.At ? a.At.CompareTo(b.At) : string.CompareOrdinal(a.Replication, b.Replication)));

    /// <summary>What happens next; null: nothing.</summary>
    public FlowEvent? Next => _events.Min;

    public void Change(VmReplication? before, VmReplication? after)
    {
        if (Of(before) is { } old)
        {
            _events.Remove(old);
        }

        if (Of(after) is { } next)
        {
            _events.Add(next);
        }
    }

    private static FlowEvent? Of(VmReplication? replication) => replication?.Flow switch
    {
        { Mode: FlowMode.Transferring, Transfer: { } transfer } => new(transfer.Due, replication.Id),
        { Mode: FlowMode.Waiting } when replication.Settings.InitialSyncTime is { } time => new(time, replication.Id),
        _ => null,
    };
}

/// <summary>Something that happens to a flow by itself: a transfer is over, or the initial sync begins.</summary>
/// <param name="At">When.</param>
/// <param name="Replication">The replication.</param>
internal sealed record FlowEvent(DateTimeOffset At, string Replication);
