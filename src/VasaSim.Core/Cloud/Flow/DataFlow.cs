namespace VasaSim.Core.Cloud.Flow;

/// <summary>
/// How data comes from a source to its destination, from <see cref="AsOf"/> on and until something changes: the link,
/// the settings, the machine, or what a call wants. Whatever changes it first folds what was computed into
/// <see cref="Kept"/> and begins anew, so that nothing of the past depends on what is so today. As long as one transfer
/// is over before the next is due, instances are computed and nothing happens (<see cref="Schedule"/>); a transfer that
/// takes longer, as the first one and the one after an outage do, is an event of its own (<see cref="Transfer"/>).
/// </summary>
public sealed record DataFlow
{
    /// <summary>What it does.</summary>
    public required FlowMode Mode { get; init; }

    /// <summary>Since when it does so.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The moment that the rest is told of; what comes after it is computed.</summary>
    public DateTimeOffset AsOf { get; init; }

    /// <summary>Whether the tester or the user stopped the flow by a pause; it stays so whatever the link does, until the flow is over.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The instances there were at <see cref="AsOf"/>, oldest first, as the retention rules left them.</summary>
    public IReadOnlyList<ReplicaInstance> Kept { get; init; } = [];

    /// <summary>The transfer that runs, or that the flow waits for; only in <see cref="FlowMode.Transferring"/>.</summary>
    public Transfer? Transfer { get; init; }

    /// <summary>The instances that come by themselves; only in <see cref="FlowMode.Scheduled"/>.</summary>
    public InstanceSchedule? Schedule { get; init; }

    /// <summary>The time of the first instance there was; what the distances of retention rules count from.</summary>
    public DateTimeOffset? FirstInstance { get; init; }

    /// <summary>The sequence number that the next instance after <see cref="Kept"/> gets.</summary>
    public long NextSequence { get; init; } = 1;

    /// <summary>The moment up to which the source's data is at the destination; null before the initial sync.</summary>
    public DateTimeOffset? SyncedTo { get; init; }

    /// <summary>What was transferred before <see cref="AsOf"/>, oldest first; only of the last stretches is it told exactly.</summary>
    public IReadOnlyList<TransferredStretch> Transferred { get; init; } = [];

    /// <summary>Bytes of an initial transfer that are over already, when it was interrupted.</summary>
    public long Carried { get; init; }

    /// <summary>
    /// Bytes that wait at <see cref="AsOf"/> for the next transfer: what is left of the initial sync, or what was written
    /// since the last transfer began. Not whole, so that it adds up however often it is told.
    /// </summary>
    public decimal Backlog { get; init; }

    /// <summary>Bytes per second that the machine writes from <see cref="AsOf"/> on; 0 while it does not run.</summary>
    public long WriteRate { get; init; }

    /// <summary>The link's speed from <see cref="AsOf"/> on.</summary>
    public LinkSpeed Speed { get; init; } = new(null, TimeSpan.Zero);
}

/// <summary>What a flow does.</summary>
public enum FlowMode
{
    /// <summary>Waits for the time of its initial sync.</summary>
    Waiting,

    /// <summary>Transfers something that takes its time; the end is an event.</summary>
    Transferring,

    /// <summary>Makes an instance every RPO by itself.</summary>
    Scheduled,

    /// <summary>Would go on if the link were up.</summary>
    Interrupted,

    /// <summary>Paused by a call.</summary>
    Paused,

    /// <summary>The machine does not run, and all that it wrote is over.</summary>
    PoweredOff,

    /// <summary>Over: failed over or migrated.</summary>
    Finished,
}
