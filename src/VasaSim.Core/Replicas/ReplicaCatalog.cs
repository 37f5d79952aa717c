using VasaSim.Core.Model;

namespace VasaSim.Core.Replicas;

/// <summary>The replicas of a target group: those of its schedule and those that calls made. A source has none.</summary>
public static class ReplicaCatalog
{
    /// <summary>All replicas of a group at the world's time, oldest first.</summary>
    public static IReadOnlyList<Replica> List(World world, ReplicationGroup group)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(group);
        List<Replica> replicas = [];
        if (group.Schedule is { } schedule)
        {
            replicas.AddRange(Scheduled(world, group).Select(s => ScheduledReplicas.Describe(schedule, s.Number, s.Time)));
            replicas.Reverse();
        }

        IReadOnlyCollection<PointInTimeReplica> made = world.MadeReplicas(group.Id);
        if (made.Count == 0)
        {
            return replicas;
        }

        int scheduled = replicas.Count;
        replicas.AddRange(made.Select(Describe));
        return scheduled == 0 ? replicas : [.. replicas.OrderBy(r => r.Time)];
    }

    /// <summary>How many replicas a group has at the world's time.</summary>
    public static int Count(World world, ReplicationGroup group)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(group);
        return Scheduled(world, group).Count() + world.MadeReplicas(group.Id).Count;
    }

    /// <summary>The newest replica, or null when there is none.</summary>
    public static Replica? Newest(World world, ReplicationGroup group)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(group);
        PointInTimeReplica? made = world.Replicas.NewestOf(group.Id);
        foreach ((long number, DateTimeOffset time) in Scheduled(world, group))
        {
            return made is null || made.Time < time ? ScheduledReplicas.Describe(group.Schedule!, number, time) : Describe(made);
        }

        return made is null ? null : Describe(made);
    }

    /// <summary>The replica with an id, or null.</summary>
    public static Replica? Find(World world, ReplicationGroup group, string id)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(group);
        if (ScheduledReplicas.TimeOf(id) is { } time)
        {
            foreach ((long number, DateTimeOffset at) in Scheduled(world, group))
            {
                if (at <= time)
                {
                    return at == time ? ScheduledReplicas.Describe(group.Schedule!, number, at) : null;
                }
            }

            return null;
        }

        return world.MadeReplicas(group.Id).FirstOrDefault(r => r.Id == id) is { } made ? Describe(made) : null;
    }

    private static IEnumerable<(long Number, DateTimeOffset Time)> Scheduled(World world, ReplicationGroup group) =>
        group.Schedule is { } schedule && group.Source is { } source
            ? ScheduledReplicas.NewestFirst(schedule, world.FindLink(source.FaultDomain, group.Id.FaultDomain), world.Now)
            : [];

    private static Replica Describe(PointInTimeReplica made) => new(made.Id, made.Name, made.Time, made.Tags);
}
