using System.Collections.ObjectModel;
using VasaSim.Core.Model;

namespace VasaSim.Core.Lab;

/// <summary>A replicated group of the lab: its source and its targets.</summary>
public sealed record GroupDefinition
{
    /// <summary>The source's fault domain.</summary>
    public required string SourceDomain { get; init; }

    /// <summary>The source's device group id.</summary>
    public required string Id { get; init; }

    /// <summary>The source group's name; null: the id.</summary>
    public string? Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Text about mode and RPO.</summary>
    public string? Agreement { get; init; }

    /// <summary>Labels of the source and of the targets.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The source's state when the world begins.</summary>
    public ReplicationState State { get; init; } = ReplicationState.Source;

    /// <summary>Bytes per second written at the source.</summary>
    public long ChangeRate { get; init; }

    /// <summary>The targets.</summary>
    public required IReadOnlyList<TargetDefinition> Targets { get; init; }

    /// <summary>The devices, in member order.</summary>
    public IReadOnlyList<VmDefinition> Vms { get; init; } = [];
}

/// <summary>One target of a group.</summary>
public sealed record TargetDefinition
{
    /// <summary>The target's fault domain.</summary>
    public required string Domain { get; init; }

    /// <summary>The target's device group id.</summary>
    public required string Id { get; init; }

    /// <summary>The target's state when the world begins.</summary>
    public ReplicationState State { get; init; } = ReplicationState.Target;

    /// <summary>The datastore of the replicas; null: the first of the target's site.</summary>
    public string? Datastore { get; init; }

    /// <summary>Whether a test can be promoted.</summary>
    public bool PromoteCapable { get; init; }

    /// <summary>Whether a failover reverses at once.</summary>
    public bool AutoReverse { get; init; }

    /// <summary>False: replication was configured but never began; the source lists no target and there is no replica.</summary>
    public bool Established { get; init; } = true;

    /// <summary>Whether the test copies are in use when the world begins in INTEST.</summary>
    public bool TestCopiesBound { get; init; }

    /// <summary>The replicas there are and will be; null: none by itself.</summary>
    public ReplicaDefinition? Replicas { get; init; }
}

/// <summary>The replicas of a target: <see cref="Count"/> of them, the last at T0, and whether more follow.</summary>
public sealed record ReplicaDefinition
{
    /// <summary>The distance between two.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many there are at T0.</summary>
    public required int Count { get; init; }

    /// <summary>How many are kept when more follow; null: no more follow.</summary>
    public int? Keep { get; init; }

    /// <summary>Name; see <see cref="ReplicaSchedule.Name"/>. Null: the group's id and the time.</summary>
    public string? Name { get; init; }

    /// <summary>Tags.</summary>
    public IReadOnlyList<ScheduledTag> Tags { get; init; } = [new("scheduled", 1)];
}

/// <summary>A virtual machine whose devices are in a group.</summary>
public sealed record VmDefinition
{
    /// <summary>Managed object id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Virtual disks, besides the configuration.</summary>
    public int Disks { get; init; } = 1;

    /// <summary>How the machine is replicated.</summary>
    public DeviceKind Kind { get; init; } = DeviceKind.VVol;

    /// <summary>The datastore at the source; null: the first of the source's site.</summary>
    public string? Datastore { get; init; }

    /// <summary>Its folder; null: the first of its site.</summary>
    public string? Folder { get; init; }

    /// <summary>Its resource pool; null: the first of its site.</summary>
    public string? ResourcePool { get; init; }

    /// <summary>Its networks; none: the first of its site.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>Its storage policy; null: the first of its site.</summary>
    public string? StoragePolicy { get; init; }

    /// <summary>The labels of disks that are on no replicated storage.</summary>
    public IReadOnlyList<string> UnreplicatedDisks { get; init; } = [];

    /// <summary>How many of the machine's devices, counted from the last, a sync cannot copy.</summary>
    public int Uncopyable { get; init; }
}

/// <summary>How a virtual machine is replicated.</summary>
public enum DeviceKind
{
    /// <summary>Each virtual volume by itself: the configuration and each disk.</summary>
    VVol,

    /// <summary>The machine by its file path, and each disk by its key (IO filters).</summary>
    VirtualMachine,
}
