using System.Text.Json.Serialization;
using VasaSim.Configuration.Texts;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Replicas;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core;
using VasaSim.Lab.Reading;

namespace VasaSim.Server.Control;

/// <summary>One side of a replicated group.</summary>
public sealed record GroupReport
{
    /// <summary>The fault domain.</summary>
    public required string FaultDomain { get; init; }

    /// <summary>The device group's id, unique within the fault domain.</summary>
    public required string Id { get; init; }

    /// <summary>Name given at the array.</summary>
    public required string? Name { get; init; }

    /// <summary>Description given at the array.</summary>
    public required string? Description { get; init; }

    /// <summary>The provider's text about mode and RPO.</summary>
    public required string? Agreement { get; init; }

    /// <summary>Labels, by name.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>The state at this side, in the words of the API.</summary>
    public required string State { get; init; }

    /// <summary>The group that a target receives from; null for a source.</summary>
    public required GroupName? Source { get; init; }

    /// <summary>The targets of a source, as far as replication to them has begun.</summary>
    public required IReadOnlyList<GroupName> Targets { get; init; }

    /// <summary>The provider that is active for it; null when none manages its fault domain.</summary>
    public required string? Provider { get; init; }

    /// <summary>Whether a failover is prepared.</summary>
    public required bool Prepared { get; init; }

    /// <summary>Whether a test can be promoted.</summary>
    public required bool PromoteCapable { get; init; }

    /// <summary>Whether a failover reverses at once.</summary>
    public required bool AutoReverse { get; init; }

    /// <summary>What is written at the source, such as <c>2MB/s</c>.</summary>
    public required string ChangeRate { get; init; }

    /// <summary>How many devices it has.</summary>
    public required int DeviceCount { get; init; }

    /// <summary>How many replicas it has.</summary>
    public required int ReplicaCount { get; init; }

    /// <summary>The replicas that the array makes by itself; null: none.</summary>
    public required ScheduleReport? Schedule { get; init; }

    /// <summary>The task that works on it now, or null.</summary>
    public required GroupTaskReport? Task { get; init; }

    /// <summary>What a test or failover surfaced; null when nothing is.</summary>
    public required RecoveryReport? Recovery { get; init; }

    /// <summary>The devices; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DeviceReport>? Devices { get; init; }

    internal static GroupReport Of(World world, ReplicationGroup group) => new()
    {
        FaultDomain = group.Id.FaultDomain,
        Id = group.Id.DeviceGroup,
        Name = group.Name,
        Description = group.Description,
        Agreement = group.Agreement,
        Labels = new SortedDictionary<string, string>(group.Labels.ToDictionary(), StringComparer.Ordinal),
        State = GroupWords.Of(group.State),
        Source = group.Source is { } source ? GroupName.Of(source) : null,
        Targets = [.. group.Targets.Select(GroupName.Of)],
        Provider = ProviderDirectory.ActiveFor(world, group.Id.FaultDomain)?.Id,
        Prepared = group.Prepared,
        PromoteCapable = group.PromoteCapable,
        AutoReverse = group.AutoReverse,
        ChangeRate = SizeText.FormatPerSecond(group.ChangeRate),
        DeviceCount = group.Members.Count,
        ReplicaCount = ReplicaCatalog.Count(world, group),
        Schedule = group.Schedule is { } schedule ? ScheduleReport.Of(schedule) : null,
        Task = ReplicationTasks.WorkingOn(world, group.Id) is { } task ? GroupTaskReport.Of(task) : null,
        Recovery = group.Recovery is { } recovery
            ? new RecoveryReport(recovery.At, recovery.RequestedReplica, recovery.UsedReplica, recovery.ReplicaBefore)
            : null,
    };

    internal static GroupReport WithDevices(World world, ReplicationGroup group) =>
        Of(world, group) with { Devices = [.. group.Members.Select(DeviceReport.Of)] };
}

/// <summary>The id of a group.</summary>
public sealed record GroupName(string FaultDomain, string Id)
{
    internal static GroupName Of(GroupId id) => new(id.FaultDomain, id.DeviceGroup);
}

/// <summary>A schedule of replicas.</summary>
/// <param name="Every">The time between two, such as <c>1h</c>.</param>
/// <param name="Keep">How many are kept.</param>
/// <param name="Name">The pattern of their names.</param>
/// <param name="Stopped">Whether none are made at present.</param>
public sealed record ScheduleReport(string Every, int Keep, string Name, bool Stopped)
{
    internal static ScheduleReport Of(ReplicaSchedule schedule) =>
        new(DurationText.Format(schedule.Every), schedule.Keep, schedule.Name, schedule.IsStopped);
}

/// <summary>A task that works on a group.</summary>
/// <param name="Id">Managed object id.</param>
/// <param name="Operation">What it does, such as <c>failover</c>.</param>
/// <param name="Due">When it will end, in simulated time.</param>
public sealed record GroupTaskReport(string Id, string Operation, DateTimeOffset Due)
{
    internal static GroupTaskReport Of(ReplicationTask task) => new(task.Id, GroupWords.Of(task.Operation), task.Due);
}

/// <summary>What a test or failover surfaced.</summary>
/// <param name="At">When, in simulated time.</param>
/// <param name="RequestedReplica">The replica that was asked for; null: the newest data.</param>
/// <param name="UsedReplica">The replica that was used; null: data newer than every replica.</param>
/// <param name="ReplicaBefore">The safety replica taken just before.</param>
public sealed record RecoveryReport(DateTimeOffset At, string? RequestedReplica, string? UsedReplica, string? ReplicaBefore);

/// <summary>A device of a group, seen from the group's own side.</summary>
/// <param name="Source">The device at the source.</param>
/// <param name="Replica">Its replica; null at a source.</param>
/// <param name="Recovered">The device as recovered here; null when it is not.</param>
/// <param name="Datastore">Where it, or its replica, is.</param>
/// <param name="Vm">The name of the machine that it belongs to.</param>
/// <param name="Bound">Whether a machine uses it here.</param>
/// <param name="Copied">Whether it was ever copied.</param>
public sealed record DeviceReport(string Source, string? Replica, string? Recovered, string Datastore, string? Vm, bool Bound, bool Copied)
{
    internal static DeviceReport Of(GroupMember member) => new(
        NameOf(member.Source),
        member.Replica,
        member.Recovered is { } recovered ? NameOf(recovered) : null,
        member.Datastore,
        member.Vm,
        member.Bound,
        member.Copied);

    // What clients are told in several fields.
    private static string NameOf(DeviceId device) => device switch
    {
        VVolId volume => volume.Id,
        FirstClassDiskId disk => disk.DiskId,
        VirtualDiskKey disk => $"{disk.VmInstanceUuid}:{disk.DeviceKey}",
        VirtualDiskMoId disk => $"{disk.VmMoId}:{disk.DiskKey}",
        VirtualMachineUuid machine => machine.VmInstanceUuid,
        VirtualMachineFilePath path => path.VmxPath,
        VirtualMachineMoId machine => machine.VmMoId,
        _ => throw new ArgumentOutOfRangeException(nameof(device)),
    };
}

/// <summary>Groups by fault domain, in inventory order.</summary>
public sealed record GroupList(IReadOnlyList<GroupReport> Groups);
