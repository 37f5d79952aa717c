using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;

namespace VasaSim.Core.Queries;

/// <summary>What a provider tells of its groups and their peers. With explicit ids there is one entry per id, in their order.</summary>
public static class ReplicationQueries
{
    /// <summary>The groups of a provider.</summary>
    /// <param name="world">The world.</param>
    /// <param name="provider">The provider called.</param>
    /// <param name="method">The method's wire name.</param>
    /// <param name="ids">The groups asked for; null or empty: all of the provider.</param>
    /// <returns>One entry per id; or, of all, either details of each or, above the lab's detail limit, ids only.</returns>
    public static Result<IReadOnlyList<GroupEntry>> Groups(World world, Provider provider, string method, IReadOnlyList<GroupId>? ids)
    {
        if (ids is not { Count: > 0 })
        {
            return ProviderGate.CheckQuery(world, provider, method, null) is { } refusal ? refusal : AllGroups(world, provider);
        }

        if (ProviderGate.CheckQuery(world, provider, method, ids.Select(i => i.FaultDomain)) is { } fault)
        {
            return fault;
        }

        return Entries(provider, method, ids, id => Own(world, provider, id), (id, f) => new GroupEntry(id, null, f));
    }

    /// <summary>The groups asked for, whichever provider has them; trouble with a provider is the entry's.</summary>
    public static IReadOnlyList<GroupEntry> GroupsAnywhere(World world, string method, IReadOnlyList<GroupId> ids)
    {
        HashSet<GroupId> seen = [];
        return [.. ids.Select(id => seen.Add(id) ? Anywhere(world, method, id) : new GroupEntry(id, null, new DuplicateEntry()))];
    }

    /// <summary>To which fault domains source domains replicate.</summary>
    /// <param name="world">The world.</param>
    /// <param name="provider">The provider called.</param>
    /// <param name="method">The method's wire name.</param>
    /// <param name="domains">The source domains asked for; null or empty: all of the provider that are sources.</param>
    public static Result<IReadOnlyList<PeerEntry>> Peers(World world, Provider provider, string method, IReadOnlyList<string>? domains)
    {
        bool all = domains is not { Count: > 0 };
        if (ProviderGate.CheckQuery(world, provider, method, all ? null : domains) is { } refusal)
        {
            return refusal;
        }

        if (all)
        {
            return (PeerEntry[])[.. OwnDomains(world, provider)
                .Select(d => new PeerEntry(d.Id, TargetsOf(world, d), null))
                .Where(e => e.Targets.Count > 0)];
        }

        return Entries(provider, method, domains!, d => Peer(world, provider, d), (d, f) => new PeerEntry(d, [], f));
    }

    private static GroupEntry[] AllGroups(World world, Provider provider)
    {
        ReplicationGroup[] groups = [.. OwnDomains(world, provider).SelectMany(d => world.GroupsIn(d.Id))];
        bool details = groups.Length <= world.Knobs.DetailLimit;
        return [.. groups.Select(g => new GroupEntry(g.Id, details ? g : null, null))];
    }

    // Entries beyond what the provider takes at once are refused one by one: the caller asks again for those.
    private static Result<IReadOnlyList<TEntry>> Entries<TId, TEntry>(
        Provider provider, string method, IReadOnlyList<TId> ids, Func<TId, TEntry> find, Func<TId, Fault, TEntry> refuse)
    {
        int limit = ProviderGate.BatchLimit(provider, method) ?? int.MaxValue;
        HashSet<TId> seen = [];
        var entries = new TEntry[ids.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            TId id = ids[i];
            entries[i] = i >= limit ? refuse(id, ProviderGate.TooMany(provider, method))
                : seen.Add(id) ? find(id)
                : refuse(id, new DuplicateEntry());
        }

        return entries;
    }

    private static GroupEntry Anywhere(World world, string method, GroupId id)
    {
        if (world.FindGroup(id) is not { } group || ProviderDirectory.ActiveFor(world, id.FaultDomain) is not { } provider)
        {
            return Unknown(id);
        }

        return ProviderGate.CheckQuery(world, provider, method, [id.FaultDomain]) is { } fault
            ? new GroupEntry(id, null, fault)
            : new GroupEntry(id, group, null);
    }

    private static PeerEntry Peer(World world, Provider provider, string id)
    {
        if (world.FindFaultDomain(id) is not { } domain || ProviderDirectory.ActiveFor(world, domain)?.Id != provider.Id)
        {
            return new PeerEntry(id, [], new NotFound($"fault domain {id}"));
        }

        IReadOnlyList<string> targets = TargetsOf(world, domain);
        return new PeerEntry(id, targets, targets.Count == 0 ? new NoReplicationTarget() : null);
    }

    private static string[] TargetsOf(World world, FaultDomain domain) =>
        [.. domain.Peers.Concat(world.GroupsIn(domain.Id).SelectMany(g => g.Targets).Select(t => t.FaultDomain)).Distinct()];

    private static IEnumerable<FaultDomain> OwnDomains(World world, Provider provider) =>
        ProviderDirectory.DomainsOf(world, provider).Where(d => d.Active?.Id == provider.Id).Select(d => d.Domain);

    // A group of another provider's fault domain is as unknown here as one that never was.
    private static GroupEntry Own(World world, Provider provider, GroupId id) =>
        world.FindGroup(id) is { } group && ProviderDirectory.ActiveFor(world, id.FaultDomain)?.Id == provider.Id
            ? new GroupEntry(id, group, null)
            : Unknown(id);

    private static GroupEntry Unknown(GroupId id) => new(id, null, new NotFound($"replication group {id}"));
}
