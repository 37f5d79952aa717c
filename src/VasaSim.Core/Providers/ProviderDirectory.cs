using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Providers;

/// <summary>
/// Which provider manages which fault domain. Of the providers that can manage an array, the one with the highest
/// priority that answers is active; when it falls silent a standby takes over after the lab's failover delay, and
/// when it is back it takes the array again. All of it follows from status and time: nothing is stored.
/// </summary>
public static class ProviderDirectory
{
    /// <summary>The provider that is active for a fault domain, whether it answers or not; null when none could be.</summary>
    public static Provider? ActiveFor(World world, FaultDomain domain)
    {
        if (domain.ArrayId is null)
        {
            return domain.Provider is null ? null : world.FindProvider(domain.Provider);
        }

        return ActiveForArray(world, domain.ArrayId);
    }

    /// <inheritdoc cref="ActiveFor(World, FaultDomain)"/>
    public static Provider? ActiveFor(World world, string domain) =>
        world.FindFaultDomain(domain) is { } found ? ActiveFor(world, found) : null;

    /// <summary>The provider that is active for an array.</summary>
    public static Provider? ActiveForArray(World world, string arrayId)
    {
        Provider? preferred = null;
        foreach (Provider candidate in world.ProviderIndex.OfArray(arrayId))
        {
            preferred ??= candidate;
            if (candidate.IsReachable || world.Now - candidate.StatusSince < world.Knobs.FailoverDelay)
            {
                return candidate;
            }
        }

        return preferred;
    }

    /// <summary>Whether a call to a provider gets through: the service may not have noticed yet that it has fallen silent.</summary>
    public static bool Answers(World world, Provider provider)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(provider);
        return provider.IsReachable && world.EndpointOf(provider) is not { Reachable: false };
    }

    /// <summary>The fault domains that a provider could manage, in lab order, and who is active for them.</summary>
    public static IReadOnlyList<ServedDomain> DomainsOf(World world, Provider provider) =>
        [.. world.ProviderIndex.DomainsOf(provider.Id).Select(d => new ServedDomain(d, ActiveFor(world, d)))];

    /// <summary>The fault that a standby answers with: who is active for the domains.</summary>
    public static InactiveProvider Inactive(IEnumerable<ServedDomain> domains) =>
        new([.. domains
            .Where(d => d.Active is not null)
            .GroupBy(d => d.Active!.Id)
            .Select(g => new ActiveProvider(g.Key, [.. g.Select(d => d.Domain.Id)]))]);
}

/// <summary>A fault domain that a provider could manage.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Active">The provider that is active for it.</param>
public sealed record ServedDomain(FaultDomain Domain, Provider? Active);
