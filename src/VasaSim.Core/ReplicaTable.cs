using VasaSim.Core.Model;

namespace VasaSim.Core;

/// <summary>The replicas that calls made, by group, oldest first.</summary>
internal sealed class ReplicaTable
{
    private static readonly Comparer<PointInTimeReplica> _byTime = Comparer<PointInTimeReplica>.Create(
        (a, b) => a.Time != b.Time ? a.Time.CompareTo(b.Time) : a.Ordinal.CompareTo(b.Ordinal));

    private readonly Dictionary<GroupId, SortedSet<PointInTimeReplica>> _byGroup = [];

    public IEnumerable<PointInTimeReplica> All => _byGroup.Values.SelectMany(replicas => replicas);

    public IReadOnlyCollection<PointInTimeReplica> Of(GroupId group) =>
        _byGroup.TryGetValue(group, out SortedSet<PointInTimeReplica>? replicas) ? replicas : [];

    public PointInTimeReplica? NewestOf(GroupId group) =>
        _byGroup.TryGetValue(group, out SortedSet<PointInTimeReplica>? replicas) ? replicas.Max : null;

    public PointInTimeReplica? OldestOf(GroupId group) =>
        _byGroup.TryGetValue(group, out SortedSet<PointInTimeReplica>? replicas) ? replicas.Min : null;

    /// <summary>Adds or removes a replica; gives back the one that was there before.</summary>
    public PointInTimeReplica? Set(PointInTimeReplica replica, bool present)
    {
        if (!_byGroup.TryGetValue(replica.Group, out SortedSet<PointInTimeReplica>? replicas))
        {
            _byGroup[replica.Group] = replicas = new SortedSet<PointInTimeReplica>(_byTime);
        }

        // A replica never changes: what is there is the same, or nothing.
        bool wasThere = present ? !replicas.Add(replica) : replicas.Remove(replica);
        if (replicas.Count == 0)
        {
            _byGroup.Remove(replica.Group);
        }

        return wasThere ? replica : null;
    }
}
