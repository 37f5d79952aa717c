using VasaSim.Core.Model;
using VasaSim.Core.Replicas;

namespace VasaSim.Core.Lab;

/// <summary>Builds both sides of the groups of a new world, their machines and the replicas no schedule makes.</summary>
internal sealed class WorldBuilderGroups(
    LabDefinition lab, WorldBuilderPlaces places, WorldBuilderIds ids, DateTimeOffset start)
{
    private readonly List<VirtualMachine> _machines = [];
    private readonly List<ReplicationGroup> _groups = [];
    private readonly List<PointInTimeReplica> _replicas = [];

    public IReadOnlyList<VirtualMachine> Machines => _machines;

    public IReadOnlyList<ReplicationGroup> Groups => _groups;

    public IReadOnlyList<PointInTimeReplica> Replicas => _replicas;

    public void BuildAll()
    {
        for (int i = 0; i < lab.Groups.Count; i++)
        {
            Build(lab.Groups[i], i + 1);
        }
    }

    private void Build(GroupDefinition definition, int number)
    {
        List<WorldBuilderDevice> devices = WorldBuilderDevice.Of(definition, number, places, ids, _machines);
        GroupId source = new(definition.SourceDomain, definition.Id);
        _groups.Add(new()
        {
            Id = source,
            Ordinal = _groups.Count + 1,
            Name = definition.Name ?? definition.Id,
            Description = definition.Description,
            Labels = definition.Labels,
            State = definition.State,
            Targets = [.. definition.Targets.Where(t => t.Established).Select(t => new GroupId(t.Domain, t.Id))],
            Agreement = definition.Agreement,
            Members = [.. devices.Select(device => device.AtSource(definition.State == ReplicationState.Source))],
            ChangeRate = definition.ChangeRate,
        });
        for (int i = 0; i < definition.Targets.Count; i++)
        {
            AddTarget(definition, source, i, devices);
        }
    }

    private void AddTarget(
        GroupDefinition group,
        GroupId source,
        int index,
        List<WorldBuilderDevice> devices)
    {
        TargetDefinition definition = group.Targets[index];
        GroupId id = new(definition.Domain, definition.Id);
        Datastore datastore = places.DatastoreFor(definition.Datastore, definition.Domain);
        PointInTimeReplica? before = definition.State == ReplicationState.FailedOver
            ? SafetyReplica(id)
            : null;
        _groups.Add(new()
        {
            Id = id,
            Ordinal = _groups.Count + 1,
            Name = group.Name ?? group.Id,
            Description = group.Description,
            Labels = group.Labels,
            State = definition.State,
            Source = source,
            Agreement = group.Agreement,
            Members = [.. devices.Select(device => device.AtTarget(definition, index, datastore))],
            PromoteCapable = definition.PromoteCapable,
            AutoReverse = definition.AutoReverse,
            ChangeRate = group.ChangeRate,
            Schedule = ScheduleOf(group, definition),
            Recovery = definition.State is ReplicationState.InTest or ReplicationState.FailedOver
                ? new GroupRecovery(start, null, null, before?.Id)
                : null,
            Tests = definition.State == ReplicationState.InTest ? 1 : 0,
        });
    }

    // Named and numbered like those that failovers make.
    private PointInTimeReplica SafetyReplica(GroupId group)
    {
        int number = _replicas.Count + 1;
        PointInTimeReplica replica = new()
        {
            Group = group,
            Id = $"pit-{number}",
            Name = ReplicaMaker.BeforeFailoverTag,
            Time = start,
            Tags = [ReplicaMaker.BeforeFailoverTag],
            Ordinal = number,
        };
        _replicas.Add(replica);
        return replica;
    }

    private ReplicaSchedule? ScheduleOf(GroupDefinition group, TargetDefinition target)
    {
        if (!target.Established || target.Replicas is not { } replicas || (replicas.Count == 0 && replicas.Keep is null))
        {
            return null;
        }

        TimeSpan every = WholeMilliseconds(replicas.Every);
        ReplicaSchedule schedule = new()
        {
            First = start - ((replicas.Count - 1) * every),
            Every = every,
            Keep = replicas.Keep ?? replicas.Count,
            Name = replicas.Name ?? group.Id + "-{yyyyMMdd-HHmmss}",
            Tags = replicas.Tags,
            Continues = replicas.Keep is not null,
        };
        bool stopped = !schedule.Continues || target.State == ReplicationState.FailedOver;
        return stopped ? schedule.StopAt(WorldBuilder.JustAfter(start)) : schedule;
    }

    private static TimeSpan WholeMilliseconds(TimeSpan time) =>
        TimeSpan.FromMilliseconds(Math.Max(1, time.Ticks / TimeSpan.TicksPerMillisecond));
}
