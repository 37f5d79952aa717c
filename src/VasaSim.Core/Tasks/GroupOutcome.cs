using System.Text.Json.Serialization;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Tasks;

/// <summary>What became of one group of a call. Without errors it succeeded, perhaps with warnings.</summary>
[JsonDerivedType(typeof(GroupDone), "done")]
[JsonDerivedType(typeof(GroupFailed), "failed")]
[JsonDerivedType(typeof(GroupSynced), "synced")]
[JsonDerivedType(typeof(GroupRecovered), "recovered")]
[JsonDerivedType(typeof(GroupReversed), "reversed")]
public abstract record GroupOutcome(GroupId Group)
{
    /// <summary>What the caller should know although it succeeded.</summary>
    public IReadOnlyList<Fault> Warnings { get; init; } = [];
}

/// <summary>Done, with nothing more to say: prepare, test stop, and every check-only call.</summary>
public sealed record GroupDone(GroupId Group) : GroupOutcome(Group);

/// <summary>Not done; nothing of the group was changed.</summary>
/// <param name="Group">The group.</param>
/// <param name="Error">The decisive reason.</param>
public sealed record GroupFailed(GroupId Group, Fault Error) : GroupOutcome(Group);

/// <summary>Synced.</summary>
/// <param name="Group">The group.</param>
/// <param name="Time">The moment whose data was transferred.</param>
/// <param name="Replica">The replica made; null when the provider has none.</param>
/// <param name="Name">The replica's name.</param>
public sealed record GroupSynced(GroupId Group, DateTimeOffset Time, string? Replica, string? Name) : GroupOutcome(Group);

/// <summary>Surfaced by a test, a failover or a promote.</summary>
/// <param name="Group">The group.</param>
/// <param name="NewState">The state it is in now.</param>
/// <param name="Time">When.</param>
/// <param name="Replica">The replica asked for; null: the newest data.</param>
/// <param name="ReplicaBefore">The safety replica taken just before a failover.</param>
/// <param name="Devices">What was recovered, in member order.</param>
public sealed record GroupRecovered(
    GroupId Group,
    ReplicationState NewState,
    DateTimeOffset Time,
    string? Replica,
    string? ReplicaBefore,
    IReadOnlyList<RecoveredMember> Devices) : GroupOutcome(Group);

/// <summary>Replication was reversed.</summary>
/// <param name="Group">The group that was named.</param>
/// <param name="NewDeviceGroup">The device group that is the source now; its fault domain is the old one.</param>
public sealed record GroupReversed(GroupId Group, string NewDeviceGroup) : GroupOutcome(Group);

/// <summary>One recovered device.</summary>
/// <param name="Source">The device at the source.</param>
/// <param name="Replica">Its replica's id before.</param>
/// <param name="Recovered">The device to use now; null when there was no valid replica of it.</param>
/// <param name="Datastore">The datastore it is on.</param>
/// <param name="Disks">The disks of a virtual machine that was recovered as a whole.</param>
/// <param name="Error">Why this one device was not recovered.</param>
public sealed record RecoveredMember(
    DeviceId Source,
    string? Replica,
    DeviceId? Recovered,
    string Datastore,
    IReadOnlyList<RecoveredDisk> Disks,
    Fault? Error);

/// <summary>A recovered disk: same device key as at the source, new place.</summary>
public sealed record RecoveredDisk(int DeviceKey, string DatastoreUrl, string Path);
