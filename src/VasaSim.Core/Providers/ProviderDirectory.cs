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
        foreach (Provider candidate in ByPreference(world, arrayId))
        {
            preferred ??= candidate;
            if (candidate.IsReachable || world.Now - candidate.StatusSince < world.Knobs.FailoverDelay)
            {
                return candidate;
            }
        }

        return preferred;
    }

    /// <summary>The fault domains that a provider could manage, in lab order, and whether it is active for them.</summary>
    public static IReadOnlyList<ServedDomain> DomainsOf(World world, Provider provider)
    {
        List<ServedDomain> served = [];
        foreach (FaultDomain domain in world.FaultDomains)
        {
            if (Serves(provider, domain))
            {
                served.Add(new ServedDomain(domain, ActiveFor(world, domain)));
            }
        }

        return served;
    }

    /// <summary>Whether a provider could manage a fault domain.</summary>
    public static bool Serves(Provider provider, FaultDomain domain)
    {
        if (domain.ArrayId is null)
        {
            return domain.Provider == provider.Id;
        }

        foreach (ManagedArray array in provider.Arrays)
        {
            if (array.ArrayId == domain.ArrayId)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The fault that a standby answers with: who is active for the domains.</summary>
    public static InactiveProvider Inactive(IEnumerable<ServedDomain> domains) =>
        new([.. domains
            .Where(d => d.Active is not null)
            .GroupBy(d => d.Active!.Id)
            .Select(g => new ActiveProvider(g.Key, [.. g.Select(d => d.Domain.Id)]))]);

    private static IEnumerable<Provider> ByPreference(World world, string arrayId) =>
        world.Providers
            .Where(p => p.Arrays.Any(a => a.ArrayId == arrayId))
            .OrderByDescending(p => p.FailoverGroup is null ? 0 : p.Priority ?? 0);
}

/// <summary>A fault domain that a provider could manage.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Active">The provider that is active for it.</param>
public sealed record ServedDomain(FaultDomain Domain, Provider? Active);
