using VasaSim.Core.Model;

namespace VasaSim.Core.Cloud.Flow;

/// <summary>
/// How data comes from a source to its destination, from <see cref="Since"/> on and until something changes: the link,
/// the settings, the machine, or what a call wants. Whatever changes it first folds what was computed into
/// <see cref="Kept"/> and begins anew, so that nothing of the past depends on what is so today. As long as one transfer
/// is over before the next is due, instances are computed and nothing happens (<see cref="Schedule"/>); a transfer that
/// takes longer, as the first one and the one after an outage do, is an event of its own (<see cref="Transfer"/>).
/// </summary>
public sealed record DataFlow
{
    /// <summary>What it does.</summary>
    public required FlowMode Mode { get; init; }

    /// <summary>Since when it is so.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether the tester or the user stopped the flow by a pause; it stays so whatever the link does.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The instances there were at <see cref="Since"/>, oldest first, as the retention rules left them.</summary>
    public IReadOnlyList<ReplicaInstance> Kept { get; init; } = [];

    /// <summary>The transfer that runs; only in <see cref="FlowMode.Transferring"/>.</summary>
    public Transfer? Transfer { get; init; }

    /// <summary>The instances that come by themselves; only in <see cref="FlowMode.Scheduled"/>.</summary>
    public InstanceSchedule? Schedule { get; init; }

    /// <summary>The time of the first instance there was; what the distances of retention rules count from.</summary>
    public DateTimeOffset? FirstInstance { get; init; }

    /// <summary>The sequence number that the next instance after <see cref="Kept"/> gets.</summary>
    public long NextSequence { get; init; } = 1;

    /// <summary>The moment up to which the source's data is at the destination; null before the initial sync.</summary>
    public DateTimeOffset? SyncedTo { get; init; }

    /// <summary>What was transferred before <see cref="Since"/>, oldest first; only the last stretches are kept.</summary>
    public IReadOnlyList<TransferredStretch> Transferred { get; init; } = [];

    /// <summary>Bytes of an initial transfer that are over already, when it was interrupted.</summary>
    public long Carried { get; init; }
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

/// <summary>A transfer on its way.</summary>
/// <param name="From">When it began; the moment whose data it brings.</param>
/// <param name="Bytes">How much it brings.</param>
/// <param name="Due">When all of it is there.</param>
/// <param name="IsInitial">Whether it is the first one.</param>
public sealed record Transfer(DateTimeOffset From, long Bytes, DateTimeOffset Due, bool IsInitial);

/// <summary>Instances that come by themselves: at <see cref="First"/>, then every <see cref="Every"/>.</summary>
/// <param name="First">The time of the first; it holds what was written since <see cref="DataFlow.SyncedTo"/>.</param>
/// <param name="Every">The distance: the RPO.</param>
/// <param name="Bytes">What each one after the first transfers.</param>
/// <param name="FirstBytes">What the first one transfers.</param>
/// <param name="Takes">How long after its time one is there.</param>
public sealed record InstanceSchedule(DateTimeOffset First, TimeSpan Every, long Bytes, long FirstBytes, TimeSpan Takes);

/// <summary>Bytes that were transferred evenly over a stretch of time.</summary>
/// <param name="From">Its begin.</param>
/// <param name="To">Its end.</param>
/// <param name="Bytes">How many.</param>
public sealed record TransferredStretch(DateTimeOffset From, DateTimeOffset To, long Bytes);
