using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Replicas;
using VasaSim.Faults.Decisions;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms.Translation;

namespace VasaSim.Server.Injection;

/// <summary>What the world knows of what a call names. Used in turns on the world.</summary>
internal static class FactsOfWorld
{
    /// <summary>The place of the provider that is called; otherwise of the one that is active for the first group.</summary>
    public static CallPlace PlaceOf(World world, string? target, IReadOnlyList<GroupId> groups)
    {
        Provider? provider = (target is null ? null : world.FindProvider(target))
            ?? (groups is [{ FaultDomain: { } domain }, ..] ? ProviderDirectory.ActiveFor(world, domain) : null);
        return new CallPlace(provider?.Site, provider?.Id, provider?.Name);
    }

    /// <summary>The groups, as far as the call names them whole.</summary>
    public static GroupFacts[] GroupsOf(World world, IReadOnlyList<GroupId> groups) =>
        [.. groups.Where(g => g is { FaultDomain: not null, DeviceGroup: not null }).Select(g => Of(world, g))];

    /// <summary>Whether a link is up; null when there are no such ends.</summary>
    public static bool? IsLinkUp(World world, string one, string other) =>
        world.FindLink(one, other)?.Up ?? (world.CanBeLinked(one, other) ? true : null);

    /// <summary>All of it, kept as it is now.</summary>
    public static RecordedFacts Record(World world, CallPlace place, IReadOnlyList<GroupFacts> groups) => new()
    {
        Place = place,
        KnownGroups = [.. groups.Select(Kept)],
        LinksDown = [.. world.Links.Where(l => !l.Up).Select(l => (l.A, l.B))],
    };

    private static GroupFacts Kept(GroupFacts group)
    {
        int replicas = group.CountReplicas();
        return group with { CountReplicas = () => replicas };
    }

    private static GroupFacts Of(World world, GroupId id)
    {
        if (world.FindGroup(id) is not { } group)
        {
            return new GroupFacts(id.FaultDomain, id.DeviceGroup);
        }

        GroupId[] partners = group.Source is { } source ? [source, .. group.Targets] : [.. group.Targets];
        return new GroupFacts(id.FaultDomain, id.DeviceGroup)
        {
            State = group.State.ToWire(),
            Labels = group.Labels,
            LinkUp = partners.Length == 0 ? null : partners.All(p => IsLinkUp(world, id.FaultDomain, p.FaultDomain) != false),
            CountReplicas = () => group.IsSource ? 0 : ReplicaCatalog.Count(world, group),
        };
    }
}
