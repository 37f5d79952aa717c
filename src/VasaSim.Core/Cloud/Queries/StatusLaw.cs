using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Faults;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Cloud.Queries;

/// <summary>Says in the words of clients what a replication's flow does at the world's time.</summary>
internal sealed class StatusLaw
{
    private readonly World _world;
    private readonly VmReplication _replication;
    private readonly FlowMoment _moment;
    private readonly CloudTask? _sync;

    public StatusLaw(World world, VmReplication replication)
    {
        (_world, _replication, _moment) = (world, replication, FlowMoment.Of(world, replication));
        // Over a link that is down nothing comes, though the task is told so only at its end.
        _sync = Flow.Mode != FlowMode.Interrupted && FlowMoment.SyncOf(world, replication) is { } task && task.StateAt(world.Now) == ServiceTaskState.Running
            ? task
            : null;
    }

    private DataFlow Flow => _replication.Flow;

    /// <summary>The status.</summary>
    public ReplicationStatus Status()
    {
        IReadOnlyList<ReplicaInstance> instances = _moment.Instances();
        ReplicaInstance? latest = instances.Count > 0 ? instances[^1] : null;
        int violation = RpoViolation();
        (DataConnectionState connection, SourceState source, DestinationState destination) = States();
        return new()
        {
            DataConnection = connection,
            Source = source,
            Destination = destination,
            Since = Since(latest),
            Progress = Progress(),
            RpoViolation = violation,
            Latest = latest,
            SpaceRequirement = Space(instances),
            LastError = Flow.Mode == FlowMode.Interrupted ? new PeerNotReachable() : null,
            Health = Flow.Mode == FlowMode.Interrupted ? OverallHealth.Red
                : violation > 0 || Flow.Mode == FlowMode.Paused ? OverallHealth.Yellow
                : OverallHealth.Green,
        };
    }

    private (DataConnectionState Connection, SourceState Source, DestinationState Destination) States() => Flow.Mode switch
    {
        FlowMode.Interrupted => (DataConnectionState.Error, SourceState.Error, DestinationState.Unknown),
        // A pause does not stand against the transfer of a migration.
        FlowMode.Paused when _sync is null => (DataConnectionState.Paused, SourceState.Paused, DestinationState.Paused),
        FlowMode.Finished => (DataConnectionState.Finished, SourceState.None, DestinationState.Passive),
        _ when _moment.OnItsWay is { IsInitial: true } || (_sync is not null && _moment.SyncedTo is null) => (DataConnectionState.InitialSyncing, SourceState.Syncing, DestinationState.FullSync),
        _ when _moment.OnItsWay is not null || _sync is not null => (DataConnectionState.Syncing, SourceState.Syncing, DestinationState.Lwd),
        FlowMode.Waiting => (DataConnectionState.Unknown, SourceState.None, DestinationState.Idle),
        FlowMode.PoweredOff => (DataConnectionState.PoweredOff, SourceState.Idle, DestinationState.Idle),
        _ => (DataConnectionState.Ok, SourceState.Idle, DestinationState.Opened),
    };

    // Busy since the transfer began. Idle since the latest came, or since the flow began to be as it is, whichever was later.
    private DateTimeOffset Since(ReplicaInstance? latest)
    {
        if ((_moment.OnItsWay?.From ?? _sync?.Started) is { } begun)
        {
            return begun;
        }

        // What a lab has at its beginning is there, however long it would have taken to come.
        DateTimeOffset came = latest is null ? Flow.Since : latest.Time + latest.TransferTime;
        return Flow.Mode is FlowMode.Scheduled or FlowMode.Transferring && came > Flow.Since && came <= _world.Now ? came : Flow.Since;
    }

    private TransferProgress? Progress()
    {
        if (_moment.OnItsWay is { } transfer)
        {
            long carried = transfer.IsInitial ? Flow.Carried : 0;
            return new(carried + transfer.Bytes, carried + transfer.SentBy(_world.Now));
        }

        return _sync?.Work.First(w => w.Replication == _replication.Id) is { Bytes: var total }
            ? new(total, (long)((decimal)total * (_sync.ProgressAt(_world.Now) ?? 0) / 100))
            : null;
    }

    // A transfer that began in time and takes no longer than the RPO is what the settings ask for.
    private int RpoViolation()
    {
        if (Flow.Mode is not (FlowMode.Scheduled or FlowMode.Transferring or FlowMode.Interrupted) || _moment.SyncedTo is not { } synced)
        {
            return 0;
        }

        TimeSpan rpo = _replication.Settings.RpoTime;
        bool inTime = _moment.OnItsWay is { } transfer && transfer.From <= synced + rpo && transfer.Due <= transfer.From + rpo;
        return inTime || _world.Now <= synced + rpo ? 0 : (int)(_world.Now - synced - rpo).TotalMinutes;
    }

    // The first instance is the disks; each later one that is kept has what was transferred for it.
    private long Space(IReadOnlyList<ReplicaInstance> instances)
    {
        CloudMachine? machine = _world.Cloud.FindMachine(_replication.Source.Site, _replication.Machine);
        IEnumerable<CloudDisk> disks = (machine?.Disks ?? []).Where(d => !_replication.Settings.ExcludedDisks.Contains(d.Key));
        return disks.Sum(d => d.Bytes) + instances.Where(i => i.SequenceNumber > 1).Sum(i => i.TransferBytes);
    }
}
