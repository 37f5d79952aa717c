using VasaSim.Core.Model;

namespace VasaSim.Core.Tests.Worlds;

/// <summary>Writes both sides of a replicated group, so that their ids and cross references fit.</summary>
internal sealed class RelationBuilder
{
    private readonly List<ReplicationGroup> _groups = [];

    public IReadOnlyList<ReplicationGroup> Groups => _groups;

    public void Add(
        string name,
        int devices,
        ReplicaSchedule? schedule = null,
        ReplicationState target = ReplicationState.Target,
        bool promote = false,
        bool autoReverse = false,
        string from = "fd-a1",
        string to = "fd-b1",
        string? third = null)
    {
        GroupId source = new(from, name);
        GroupId[] targets = third is null ? [new(to, $"{name}-t")] : [new(to, $"{name}-t"), TestWorld.Id(third)];
        ReplicationState sourceState = target == ReplicationState.FailedOver ? ReplicationState.RemoteFailedOver : ReplicationState.Source;
        GroupMember[] members = [.. Enumerable.Range(1, devices).Select(n => new GroupMember
        {
            Source = new VVolId($"{name}-s{n}"),
            Datastore = from == "fd-a1" ? "datastore-21" : "datastore-61",
            Bound = true,
        })];
        AddSource(source, members, targets, sourceState);
        foreach (GroupId id in targets)
        {
            _groups.Add(Target(id, source, target) with
            {
                Members = [.. members.Select((m, i) => AtTarget(m, id, i + 1, target))],
                PromoteCapable = promote && id == targets[0],
                AutoReverse = autoReverse,
                Schedule = schedule,
                Tests = target == ReplicationState.InTest ? 1 : 0,
            });
        }
    }

    /// <summary>Replication was configured but nothing was transferred yet.</summary>
    public void AddUnestablished(string name, int devices, int uncopyable)
    {
        GroupId source = new("fd-a1", name);
        GroupMember[] members = [.. Enumerable.Range(1, devices).Select(n => new GroupMember
        {
            Source = new VVolId($"{name}-s{n}"),
            Datastore = "datastore-21",
            Copyable = n <= devices - uncopyable,
        })];
        AddSource(source, members, [], ReplicationState.Source);
        GroupId target = new("fd-b1", $"{name}-t");
        _groups.Add(Target(target, source, ReplicationState.Target) with
        {
            Members = [.. members.Select((m, i) => AtTarget(m, target, i + 1, ReplicationState.Target) with { Copied = false })],
            PromoteCapable = true,
        });
    }

    /// <summary>A machine that is replicated as a whole, and its disks besides.</summary>
    public void AddMachine(string name, string vm, int[] disks, ReplicaSchedule schedule)
    {
        GroupId source = new("fd-io-a", name);
        GroupId target = new("fd-io-b", $"{name}-t");
        GroupMember machine = new()
        {
            Source = new VirtualMachineFilePath(null, "ds:///vmfs/volumes/datastore-21/", $"[vvol-A] {vm}/{vm}.vmx"),
            Datastore = "datastore-21",
            Vm = vm,
            Disks = [.. disks.Select(key => new MemberDisk(key, $"{vm}_{key}.vmdk"))],
        };
        GroupMember[] members = [machine, .. disks.Select(key => new GroupMember
        {
            Source = new VirtualDiskKey("uuid-1", key),
            Datastore = "datastore-21",
            Vm = vm,
        })];
        AddSource(source, members, [target], ReplicationState.Source);
        _groups.Add(Target(target, source, ReplicationState.Target) with
        {
            Members = [.. members.Select((m, i) => m with { Replica = $"{name}-r{i + 1}", Datastore = "datastore-61" })],
            Schedule = schedule,
        });
    }

    private void AddSource(GroupId id, GroupMember[] members, GroupId[] targets, ReplicationState state) => _groups.Add(new ReplicationGroup
    {
        Id = id,
        Ordinal = _groups.Count,
        Name = id.DeviceGroup,
        State = state,
        Targets = targets,
        Members = members,
    });

    private ReplicationGroup Target(GroupId id, GroupId source, ReplicationState state) => new()
    {
        Id = id,
        Ordinal = _groups.Count,
        Name = id.DeviceGroup,
        State = state,
        Source = source,
        Members = [],
        Recovery = state switch
        {
            ReplicationState.InTest => new GroupRecovery(Inventory.T0, null, null, null),
            ReplicationState.FailedOver => new GroupRecovery(Inventory.T0, null, null, "safety"),
            _ => null,
        },
    };

    private static GroupMember AtTarget(GroupMember member, GroupId target, int number, ReplicationState state)
    {
        string replica = $"{target.DeviceGroup}-r{number}";
        return member with
        {
            Replica = replica,
            Datastore = target.FaultDomain == "fd-a1" ? "datastore-21" : "datastore-61",
            Bound = state == ReplicationState.InTest,
            Recovered = state switch
            {
                ReplicationState.InTest => new VVolId($"{target.DeviceGroup}-test1-{number}"),
                ReplicationState.FailedOver => new VVolId(replica),
                _ => null,
            },
        };
    }
}
