using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Providers;

/// <summary>
/// What a provider says to a call as a whole, before it looks at single groups. First hit wins: function
/// implemented, provider reachable, provider active, batch size, busy, out of resource.
/// </summary>
public static class ProviderGate
{
    /// <summary>Checks a replication query.</summary>
    /// <param name="world">The world.</param>
    /// <param name="provider">The provider called.</param>
    /// <param name="method">The method's wire name.</param>
    /// <param name="domains">The fault domains that the call names; null when it asks for all.</param>
    /// <returns>The fault, or null to go on.</returns>
    public static Fault? CheckQuery(World world, Provider provider, string method, IEnumerable<string>? domains) =>
        CheckService(world, provider, method)
        ?? CheckActive(world, provider, domains)
        ?? CheckBusy(provider);

    /// <summary>Checks a replication task of <paramref name="groups"/>.</summary>
    /// <returns>The fault, or null to go on.</returns>
    public static Fault? CheckTask(World world, Provider provider, string method, IReadOnlyList<GroupId> groups) =>
        CheckService(world, provider, method)
        ?? CheckActive(world, provider, groups.Select(g => g.FaultDomain))
        ?? CheckBatch(provider, method, groups.Count)
        ?? CheckBusy(provider)
        ?? (provider.OutOfResource ? new ProviderOutOfResource() : null);

    /// <summary>Checks a query about alarms, which providers without replication answer too.</summary>
    /// <returns>The fault, or null to go on.</returns>
    public static Fault? CheckAlarms(World world, Provider provider, string method) =>
        provider.NotImplemented.Contains(method) ? new NotImplemented()
        : !ProviderDirectory.Answers(world, provider) ? new ProviderUnavailable()
        : CheckActive(world, provider, null)
            ?? CheckBusy(provider)
            ?? (provider is { LastSync: null, Status: ProviderStatus.SyncError } ? new QueryExecutionFault(new ProviderSyncFailed()) : null);

    /// <summary>How many entries a call of the method may have; null: any number.</summary>
    public static int? BatchLimit(Provider provider, string method) =>
        provider.MaxBatchSize.PerMethod.TryGetValue(method, out int limit) ? limit : provider.MaxBatchSize.Enforced;

    /// <summary>The fault for a call with more entries than that.</summary>
    public static TooMany TooMany(Provider provider, string method) =>
        new(provider.MaxBatchSize.PerMethod.TryGetValue(method, out int limit) ? limit : provider.MaxBatchSize.Reported);

    /// <summary>Whether the provider has the function, and answers.</summary>
    private static Fault? CheckService(World world, Provider provider, string method)
    {
        if (!provider.Replicates || provider.NotImplemented.Contains(method))
        {
            return new NotImplemented();
        }

        return ProviderDirectory.Answers(world, provider) ? null : new ProviderUnavailable();
    }

    private static Fault? CheckBusy(Provider provider) => provider.Busy ? new ProviderBusy() : null;

    private static Fault? CheckBatch(Provider provider, string method, int entries) =>
        entries > BatchLimit(provider, method) ? TooMany(provider, method) : null;

    private static Fault? CheckActive(World world, Provider provider, IEnumerable<string>? domains)
    {
        if (domains is not null && AllActive(world, provider, domains))
        {
            return null;
        }

        IReadOnlyList<ServedDomain> served = ProviderDirectory.DomainsOf(world, provider);
        List<ServedDomain> standby = [.. served.Where(d => d.Active?.Id != provider.Id)];
        if (standby.Count == 0)
        {
            return null;
        }

        // A provider that is standby everywhere refuses every call; one that is active somewhere only what it is not active for.
        bool refuses = standby.Count == served.Count
            || (domains is not null && standby.Any(d => domains.Contains(d.Domain.Id)));
        return refuses ? ProviderDirectory.Inactive(standby) : null;
    }

    private static bool AllActive(World world, Provider provider, IEnumerable<string> domains)
    {
        string? last = null;
        foreach (string domain in domains)
        {
            if (domain != last && ProviderDirectory.ActiveFor(world, domain)?.Id != provider.Id)
            {
                return false;
            }

            last = domain;
        }

        return last is not null;
    }
}
