using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication;

/// <summary>
/// What one replication operation needs of a group and does to it. Laws are stateless. The checks that all share, in
/// their order, are in <see cref="GroupCheck"/>.
/// </summary>
internal abstract class ReplicationLaw
{
    /// <summary>The state a group must be in, and the one it is brought to.</summary>
    public abstract StateStep Step { get; }

    /// <summary>Whether the group is at the wrong end for the operation.</summary>
    public abstract bool IsWrongEnd(ReplicationGroup group);

    /// <summary>Whether the other side takes part.</summary>
    public abstract bool ContactsPeer(ReplicationCommand command);

    /// <summary>
    /// The outcome when the group is where the operation would bring it already, without the warning; null when
    /// it is not.
    /// </summary>
    public virtual GroupOutcome? Repeat(LawContext context) => null;

    /// <summary>What the provider does not support of the call for this group.</summary>
    public virtual Fault? CheckSupport(LawContext context) => null;

    /// <summary>The fault domains that must be reachable when the peer takes part.</summary>
    public virtual IEnumerable<string> PeerDomains(ReplicationGroup group) =>
        group.Source is { } source ? [source.FaultDomain] : [];

    /// <summary>Whether there is another side to work with.</summary>
    public virtual Fault? CheckPeer(LawContext context) => context.Source is null ? new NoReplicationTarget() : null;

    /// <summary>The operation's own checks, after those that all share.</summary>
    public virtual Fault? Check(LawContext context) => null;

    /// <summary>Warnings of a success.</summary>
    public virtual IEnumerable<Fault> Warnings(LawContext context) => [];

    /// <summary>Does it. The checks have passed.</summary>
    public abstract GroupOutcome Apply(LawContext context);
}
