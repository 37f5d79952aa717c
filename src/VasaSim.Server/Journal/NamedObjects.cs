using System.Collections.Concurrent;
using VasaSim.Core.Model;
using VasaSim.Server.Calls;
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

    private readonly ConcurrentDictionary<ManagedObjectReference, CallTarget> _targets = new();
    private readonly ConcurrentDictionary<GroupId, GroupId[]> _groups = new();

    /// <summary>The object that a reference names.</summary>
    public CallTarget Of(ManagedObjectReference reference) =>
        _targets.TryGetValue(reference, out CallTarget? known) ? known : Add(_targets, reference, new CallTarget(reference.Type, reference.Value));

    /// <summary>The groups; of those that are not named whole the part that is missing is null.</summary>
    public IReadOnlyList<GroupId> Of(IReadOnlyList<ReplicationGroupId> groups) => groups switch
    {
        [] => [],
        [var one] => Single(one),
        _ => [.. groups.Select(g => Single(g)[0])],
    };

    private GroupId[] Single(ReplicationGroupId? group)
    {
        GroupId id = new(group?.FaultDomainId?.Id!, group?.DeviceGroupId?.Id!);
        return id is not { FaultDomain: not null, DeviceGroup: not null } ? [id]
            : _groups.TryGetValue(id, out GroupId[]? known) ? known
            : Add(_groups, id, [id]);
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
