using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>
/// What one operation needs of a replication and does to it. Laws are stateless. The checks that all share, in their
/// order, are in <see cref="CloudCheck"/>.
/// </summary>
internal abstract class CloudLaw
{
    /// <summary>The states while data comes over: a test does not stop it.</summary>
    protected static readonly IReadOnlyList<ReplicationState> Receiving = [StateChart.Sync.From, StateChart.TestStart.To];

    /// <summary>All states.</summary>
    protected static readonly IReadOnlyList<ReplicationState> Any = [.. Receiving, StateChart.Failover.To];

    /// <summary>The states that it can be done in.</summary>
    public abstract IReadOnlyList<ReplicationState> Needs { get; }

    /// <summary>Whether the replication has to be paused, or must not be; null: it does not matter.</summary>
    public virtual bool? NeedsPause(CloudCommand command) => null;

    /// <summary>Whether data is transferred first.</summary>
    public virtual bool Syncs(CloudCommand command) => false;

    /// <summary>Whether both sides take part.</summary>
    public virtual bool NeedsLink(CloudCommand command) => Syncs(command);

    /// <summary>What is wrong with the call, whatever state the replication is in.</summary>
    public virtual Fault? CheckCall(CloudContext context) => null;

    /// <summary>The operation's own checks, after those that all share.</summary>
    public virtual Fault? Check(CloudContext context) => null;

    /// <summary>Does it. The checks have passed.</summary>
    /// <returns>The replication to put into the world; null: it goes.</returns>
    public abstract VmReplication? Apply(CloudContext context);

    /// <summary>What it does to the vApp's replication as a whole, after it was done to machines.</summary>
    public virtual VappReplication ApplyToVapp(CloudCommand command, VappReplication vapp) => vapp;
}
