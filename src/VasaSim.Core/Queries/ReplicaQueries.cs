using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Replicas;

namespace VasaSim.Core.Queries;

/// <summary>What a provider tells of the point-in-time replicas of its target groups.</summary>
public static class ReplicaQueries
{
    /// <summary>The replicas of groups, one answer per group in the order asked.</summary>
    /// <param name="world">The world.</param>
    /// <param name="provider">The provider called.</param>
    /// <param name="method">The method's wire name.</param>
    /// <param name="groups">The groups; not empty.</param>
    /// <param name="filter">Which replicas.</param>
    public static Result<IReadOnlyList<ReplicaAnswer>> Replicas(
        World world, Provider provider, string method, IReadOnlyList<GroupId> groups, ReplicaFilter filter)
    {
        Result<IReadOnlyList<GroupEntry>> found = ReplicationQueries.Groups(world, provider, method, groups);
        return found.TryGet(out IReadOnlyList<GroupEntry>? entries, out Fault? fault)
            ? (ReplicaAnswer[])[.. entries.Select(e => Answer(world, e, filter))]
            : fault;
    }

    private static ReplicaAnswer Answer(World world, GroupEntry entry, ReplicaFilter filter)
    {
        if (entry.Group is not { } group)
        {
            return new ReplicaAnswer(entry.Id, entry.Error, null, null);
        }

        if (group.IsSource)
        {
            // The faults an entry may have are few; this is the documented one for anything else.
            return new ReplicaAnswer(entry.Id, new QueryExecutionFault(new InvalidFunctionTarget()), null, null);
        }

        IReadOnlyList<Replica> all = ReplicaCatalog.List(world, group);
        int limit = world.Knobs.PitLimit;
        if (filter.IsEmpty)
        {
            return filter.PreferDetails && all.Count <= limit
                ? new ReplicaAnswer(entry.Id, null, all, null)
                : new ReplicaAnswer(entry.Id, null, null, Summarise(all, limit));
        }

        // A summary could not say what a filter asks, so a caller who asks for too much has to ask for less.
        IReadOnlyList<Replica> matching = filter.Apply(all);
        return matching.Count <= limit
            ? new ReplicaAnswer(entry.Id, null, matching, null)
            : new ReplicaAnswer(entry.Id, new TooMany(null), null, null);
    }

    // One interval when it could be listed as a whole; else one per hour, so that a caller can ask for each.
    private static ReplicaInterval[] Summarise(IReadOnlyList<Replica> replicas, int limit)
    {
        if (replicas.Count == 0)
        {
            return [];
        }

        TimeSpan tick = TimeSpan.FromMilliseconds(1);
        if (replicas.Count <= limit)
        {
            return [new ReplicaInterval(replicas[0].Time, replicas[^1].Time + tick, replicas.Count)];
        }

        long hour = TimeSpan.TicksPerHour;
        return [.. replicas.GroupBy(r => r.Time.UtcTicks / hour).Select(g => new ReplicaInterval(
            new DateTimeOffset(g.Key * hour, TimeSpan.Zero),
            new DateTimeOffset((g.Key + 1) * hour, TimeSpan.Zero),
            g.Count()))];
    }
}
