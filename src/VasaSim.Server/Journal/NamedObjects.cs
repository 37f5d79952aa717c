using System.Collections.Concurrent;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Journal;

/// <summary>
/// The objects and groups that calls name, each kept once. A journal that holds on to what every single request was read
/// into would keep the garbage collector busier than the calls do. Safe for threads.
/// </summary>
internal sealed class NamedObjects
{
    // Clients that name something else each time must not fill the memory.
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<ManagedObjectReference, ManagedObjectReference> _references = new();
    private readonly ConcurrentDictionary<(string FaultDomain, string Group), ReplicationGroupId[]> _groups = new();

    /// <summary>The same reference.</summary>
    public ManagedObjectReference Of(ManagedObjectReference reference) =>
        _references.TryGetValue(reference, out ManagedObjectReference? known) ? known : Add(_references, reference, reference);

    /// <summary>The same groups; those that are not named whole as they came.</summary>
    public IReadOnlyList<ReplicationGroupId> Of(IReadOnlyList<ReplicationGroupId> groups) => groups switch
    {
        [] => [],
        [var one] => Single(one),
        _ => [.. groups.Select(g => Single(g)[0])],
    };

    private ReplicationGroupId[] Single(ReplicationGroupId group)
    {
        if (group is not { FaultDomainId.Id: { } domain, DeviceGroupId.Id: { } id })
        {
            return [group];
        }

        return _groups.TryGetValue((domain, id), out ReplicationGroupId[]? known) ? known : Add(_groups, (domain, id), [group]);
    }

    // To count takes all the locks, so only what is new pays for it.
    private static TValue Add<TKey, TValue>(ConcurrentDictionary<TKey, TValue> known, TKey key, TValue value)
        where TKey : notnull
    {
        if (known.Count >= Most)
        {
            known.Clear();
        }

        return known.GetOrAdd(key, value);
    }
}
