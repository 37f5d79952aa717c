using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Cloud.Flow;

/// <summary>
/// The flow of a replication at a moment from <see cref="DataFlow.AsOf"/> on: what is there, what is on its way, what
/// waits. It costs what the kept instances cost, however many have come and gone since.
/// </summary>
internal sealed class FlowMoment
{
    private readonly World _world;
    private readonly VmReplication _replication;
    private readonly DateTimeOffset _now;
    private readonly PlannedTransfers _planned;
    private readonly long _begun;
    private readonly long _arrived;

    /// <summary>The flow at a moment.</summary>
    /// <param name="world">The world.</param>
    /// <param name="replication">The replication.</param>
    /// <param name="now">The moment.</param>
    /// <param name="held">From when on nothing begins, since a call syncs; null: it may begin.</param>
    public FlowMoment(World world, VmReplication replication, DateTimeOffset now, DateTimeOffset? held)
    {
        DataFlow flow = replication.Flow;
        (_world, _replication, _now, _planned) = (world, replication, now, new PlannedTransfers(flow));
        _begun = _planned.BegunBy(held < now ? held.Value : now);
        _arrived = _begun > 0 && _planned[_begun - 1].Due > now ? _begun - 1 : _begun;
        OnItsWay = _begun > _arrived ? _planned[_arrived] : null;
        SyncedTo = _arrived > 0 ? _planned[_arrived - 1].From : flow.Mode == FlowMode.PoweredOff ? now : flow.SyncedTo;
        Backlog = BacklogOf(flow);
    }

    /// <summary>The transfer that runs, or null.</summary>
    public Transfer? OnItsWay { get; }

    /// <summary>The moment up to which the source's data is at the destination; null before the initial sync.</summary>
    public DateTimeOffset? SyncedTo { get; }

    /// <summary>Bytes that wait for the next transfer.</summary>
    public decimal Backlog { get; }

    private DataFlow Flow => _replication.Flow;

    private DateTimeOffset? FirstInstance => Flow.FirstInstance ?? (_arrived > 0 ? _planned[0].From : null);

    /// <summary>The flow of a replication at the world's time.</summary>
    public static FlowMoment Of(World world, VmReplication replication) =>
        new(world, replication, world.Now, SyncOf(world, replication)?.Created);

    /// <summary>The running task of a call that syncs the replication, or null when there is none, or it has done so.</summary>
    public static CloudTask? SyncOf(World world, VmReplication replication) =>
        CloudTasks.WorkingOn(world, replication.Id) is { Syncs: true } task
            && !(replication.Flow.SyncedTo >= task.Created) ? task : null;

    /// <summary>The instances that the retention rules leave, oldest first.</summary>
    public IReadOnlyList<ReplicaInstance> Instances()
    {
        RetentionLaw law = new(_replication.Settings.Retention, _world.Knobs.Cloud.RetentionDistance, FirstInstance);
        return law.Keep([.. Flow.Kept, .. law.Wanted(_planned, _arrived).Select(Instance)]);
    }

    /// <summary>The newest instance, or null.</summary>
    public ReplicaInstance? Latest() => _arrived > 0 ? Instance(_arrived - 1) : Flow.Kept.Count > 0 ? Flow.Kept[^1] : null;

    /// <summary>Bytes that were transferred before a time, which is not after the moment.</summary>
    public decimal TransferredBefore(DateTimeOffset time)
    {
        decimal bytes = Flow.Transferred.Sum(s => (decimal)s.BytesBefore(time));
        long begun = Math.Min(_begun, _planned.BegunBy(time));
        return begun == 0 ? bytes : bytes + _planned.BytesOfFirst(begun - 1) + _planned[begun - 1].Rest.BytesBefore(time);
    }

    /// <summary>All of it told as of the moment; what is on its way stays so.</summary>
    public DataFlow Fold() => Flow with
    {
        AsOf = _now,
        Kept = Instances(),
        Transfer = OnItsWay,
        Schedule = null,
        FirstInstance = FirstInstance,
        NextSequence = Flow.NextSequence + _arrived,
        SyncedTo = SyncedTo,
        Transferred = Flow.Transferred.And(_planned, _arrived),
        Carried = _arrived > 0 ? 0 : Flow.Carried,
        Backlog = Backlog,
    };

    // What is written belongs to the transfer after the last one that began. Before the first there is only the first.
    private decimal BacklogOf(DataFlow flow)
    {
        if (_begun > 0 && _planned[_begun - 1].From is var last && last > flow.AsOf)
        {
            return Throughput.Written(flow.WriteRate, _now - last);
        }

        return flow.SyncedTo is null && _begun == 0
            ? flow.Backlog
            : Math.Min(flow.Backlog + Throughput.Written(flow.WriteRate, _now - flow.AsOf), long.MaxValue);
    }

    private ReplicaInstance Instance(long number)
    {
        Transfer transfer = _planned[number];
        return ReplicaInstances.Make(
            _world, _replication, Flow.NextSequence + number, transfer.From, transfer.Bytes + (transfer.IsInitial ? Flow.Carried : 0), transfer.Due);
    }
}
