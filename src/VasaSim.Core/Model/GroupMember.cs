namespace VasaSim.Core.Model;

/// <summary>One device of a replication group, seen from the group's own side.</summary>
public sealed record GroupMember
{
    /// <summary>The device at the source.</summary>
    public required DeviceId Source { get; init; }

    /// <summary>The replica's id at the target; null in a source group.</summary>
    public string? Replica { get; init; }

    /// <summary>The datastore that holds the device, or its replica, on this side.</summary>
    public required string Datastore { get; init; }

    /// <summary>The name of the virtual machine the device belongs to.</summary>
    public string? Vm { get; init; }

    /// <summary>The device as recovered here; set only in INTEST and FAILEDOVER.</summary>
    public DeviceId? Recovered { get; init; }

    /// <summary>True while a powered-on virtual machine uses the device (or its test copy) on this side.</summary>
    public bool Bound { get; init; }

    /// <summary>False when the device was never copied: it has no valid replica.</summary>
    public bool Copied { get; init; } = true;

    /// <summary>False when a sync cannot copy the device.</summary>
    public bool Copyable { get; init; } = true;

    /// <summary>The disks of a virtual machine that is replicated as a whole; their keys never change.</summary>
    public IReadOnlyList<MemberDisk> Disks { get; init; } = [];
}

/// <summary>A disk of a virtual machine that is replicated as a whole.</summary>
/// <param name="DeviceKey">The disk's device key.</param>
/// <param name="FileName">The disk's file, below the machine's directory.</param>
public sealed record MemberDisk(int DeviceKey, string FileName);
