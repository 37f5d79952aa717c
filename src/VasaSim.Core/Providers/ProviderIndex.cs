using VasaSim.Core.Model;

namespace VasaSim.Core.Providers;

/// <summary>
/// Which providers could manage an array, in order of preference, and which fault domains a provider could manage.
/// Made anew when a provider or a domain has changed, which is seldom; asked by every call.
/// </summary>
internal sealed class ProviderIndex
{
    private readonly Dictionary<string, Provider[]> _byArray;
    private readonly Dictionary<string, FaultDomain[]> _domains = [];

    private readonly Dictionary<string, ProviderEndpoint> _endpoints;

    public ProviderIndex(IEnumerable<Provider> providers, IReadOnlyCollection<FaultDomain> domains, IEnumerable<ProviderEndpoint> endpoints)
    {
        Provider[] all = [.. providers];
        ILookup<string, FaultDomain> domainsOfArrays = domains.Where(d => d.ArrayId is not null).ToLookup(d => d.ArrayId!);
        ILookup<string, FaultDomain> domainsOfProviders = domains.Where(d => d is { ArrayId: null, Provider: not null }).ToLookup(d => d.Provider!);
        _endpoints = endpoints.Where(e => e.ProviderId is not null).ToDictionary(e => e.ProviderId!);
        _byArray = all
            .SelectMany(p => p.Arrays.Select(a => (a.ArrayId, Provider: p)))
            .GroupBy(pair => pair.ArrayId, pair => pair.Provider)
            .ToDictionary(
                array => array.Key,
                array => array.Distinct().OrderByDescending(p => p.FailoverGroup is null ? 0 : p.Priority ?? 0).ToArray());
        foreach (Provider provider in all)
        {
            _domains[provider.Id] = [.. provider.Arrays
                .Select(a => a.ArrayId)
                .Distinct()
                .SelectMany(a => domainsOfArrays[a])
                .Concat(domainsOfProviders[provider.Id])
                .OrderBy(d => d.Ordinal)];
        }
    }

    /// <summary>The provider process behind a registered provider.</summary>
    public ProviderEndpoint? EndpointOf(string provider) => _endpoints.GetValueOrDefault(provider);

    /// <summary>The providers that could manage an array, the preferred one first.</summary>
    public IReadOnlyList<Provider> OfArray(string arrayId) => _byArray.GetValueOrDefault(arrayId, []);

    /// <summary>The fault domains that a provider could manage, in lab order.</summary>
    public IReadOnlyList<FaultDomain> DomainsOf(string provider) => _domains.GetValueOrDefault(provider, []);
}
