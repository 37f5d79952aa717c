using VasaSim.Core.Model;

namespace VasaSim.Core.Replication;

/// <summary>A replication call on one provider. Arguments are complete: whoever makes one has checked them.</summary>
public sealed record ReplicationCommand
{
    /// <summary>What to do.</summary>
    public required ReplicationOperation Operation { get; init; }

    /// <summary>The operation's name in the caller's protocol; limits of single methods go by it.</summary>
    public required string Method { get; init; }

    /// <summary>The provider called.</summary>
    public required string Provider { get; init; }

    /// <summary>The groups in the order of the call; never empty, may hold duplicates.</summary>
    public required IReadOnlyList<GroupSelection> Groups { get; init; }

    /// <summary>Sync: the name of the replica to make.</summary>
    public string? ReplicaName { get; init; }

    /// <summary>Test, failover, promote: whether the source side takes part.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Test, failover: only say what would happen.</summary>
    public bool CheckOnly { get; init; }

    /// <summary>Test stop: unbind devices that are in use.</summary>
    public bool Force { get; init; }

    /// <summary>Test, failover: policies for the recovered devices.</summary>
    public IReadOnlyList<PolicyForDevice> Policies { get; init; } = [];
}

/// <summary>A group of a call, with the replica to use; null: the newest.</summary>
public sealed record GroupSelection(GroupId Group, string? Replica = null);

/// <summary>The policy that a recovered device shall get.</summary>
/// <param name="Source">The device at the source.</param>
/// <param name="Policy">The policy's id.</param>
/// <param name="Datastore">The datastore on which it applies.</param>
public sealed record PolicyForDevice(DeviceId Source, string Policy, string Datastore);
