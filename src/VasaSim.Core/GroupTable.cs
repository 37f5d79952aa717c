using VasaSim.Core.Model;

namespace VasaSim.Core;

/// <summary>Groups by id, and those of a fault domain in inventory order.</summary>
internal sealed class GroupTable
{
    private readonly EntityTable<GroupId, ReplicationGroup> _byId = new();
    private readonly Dictionary<string, SortedDictionary<long, ReplicationGroup>> _byDomain = [];

    public int Count => _byId.Count;

    public IReadOnlyCollection<ReplicationGroup> All => _byId.All;

    public ReplicationGroup? Find(GroupId id) => _byId.Find(id);

    public IEnumerable<ReplicationGroup> In(string faultDomain) =>
        _byDomain.TryGetValue(faultDomain, out SortedDictionary<long, ReplicationGroup>? groups) ? groups.Values : [];

    public ReplicationGroup? Set(GroupId id, ReplicationGroup? value)
    {
        ReplicationGroup? before = _byId.Set(id, value);
        if (!_byDomain.TryGetValue(id.FaultDomain, out SortedDictionary<long, ReplicationGroup>? groups))
        {
            _byDomain[id.FaultDomain] = groups = [];
        }

        if (before is not null && before.Ordinal != value?.Ordinal)
        {
            groups.Remove(before.Ordinal);
        }

        if (value is not null)
        {
            groups[value.Ordinal] = value;
        }

        return before;
    }
}
