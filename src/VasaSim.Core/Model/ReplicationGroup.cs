using System.Collections.ObjectModel;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Model;

/// <summary>
/// One side of a replicated group: the unit of every replication operation. State is per side; the other side is
/// another entity, and the two may disagree while the link between them is down.
/// </summary>
public sealed record ReplicationGroup : Entity
{
    /// <summary>Fault domain and device group.</summary>
    public required GroupId Id { get; init; }

    /// <summary>Position in the inventory, for a stable order.</summary>
    public required long Ordinal { get; init; }

    /// <summary>Name given at the array; neither unique nor editable by vSphere.</summary>
    public string? Name { get; init; }

    /// <summary>Description given at the array.</summary>
    public string? Description { get; init; }

    /// <summary>What testers know the group by, such as tier and gold; clients are not told. Each side has its own, at first the same.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The state at this side.</summary>
    public required ReplicationState State { get; init; }

    /// <summary>The other side of a target; null for a source.</summary>
    public GroupId? Source { get; init; }

    /// <summary>The targets of a source, as far as replication to them has begun.</summary>
    public IReadOnlyList<GroupId> Targets { get; init; } = [];

    /// <summary>The provider's text about mode and RPO.</summary>
    public string? Agreement { get; init; }

    /// <summary>The devices.</summary>
    public required IReadOnlyList<GroupMember> Members { get; init; }

    /// <summary>Source: a failover was prepared, so nothing is written any more.</summary>
    public bool Prepared { get; init; }

    /// <summary>Target: a test can be promoted to a failover.</summary>
    public bool PromoteCapable { get; init; }

    /// <summary>Target: a failover reverses replication at once.</summary>
    public bool AutoReverse { get; init; }

    /// <summary>Bytes per second written at the source, which a sync has to transfer over the link's bandwidth.</summary>
    public long ChangeRate { get; init; }

    /// <summary>Target: the replicas that the array makes by itself.</summary>
    public ReplicaSchedule? Schedule { get; init; }

    /// <summary>INTEST and FAILEDOVER: what was recovered, and how.</summary>
    public GroupRecovery? Recovery { get; init; }

    /// <summary>How many tests were started, so that each gives new device ids.</summary>
    public int Tests { get; init; }

    /// <summary>True after a reverse made this side the source; a repeated reverse is then already done.</summary>
    public bool Reversed { get; init; }

    /// <summary>True for the side that sends: SOURCE and REMOTE_FAILEDOVER.</summary>
    public bool IsSource => State is ReplicationState.Source or ReplicationState.RemoteFailedOver;

    /// <inheritdoc/>
    public override EntityKey Key => KeyOf(Id);

    /// <summary>The key of a group.</summary>
    public static EntityKey KeyOf(GroupId id) => new(EntityKind.ReplicationGroup, id.ToString());
}

/// <summary>What a test or failover surfaced.</summary>
/// <param name="At">When it was done.</param>
/// <param name="RequestedReplica">The replica the caller asked for; null: the newest.</param>
/// <param name="UsedReplica">The replica whose data was surfaced; null: newer than every replica (planned).</param>
/// <param name="ReplicaBefore">The safety replica taken just before a failover.</param>
public sealed record GroupRecovery(DateTimeOffset At, string? RequestedReplica, string? UsedReplica, string? ReplicaBefore)
{
    /// <summary>What was recovered, kept where the members no longer tell: after a failover that reversed at once.</summary>
    public IReadOnlyList<RecoveredMember> Devices { get; init; } = [];
}
