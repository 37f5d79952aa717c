using VasaSim.Core.Model;

namespace VasaSim.Core.Providers;

/// <summary>
/// Which providers could manage an array, in order of preference, and which fault domains a provider could manage.
/// Made anew when a provider or a domain has changed, which is seldom; asked by every call.
/// </summary>
internal sealed class ProviderIndex
{
    private readonly Dictionary<string, Provider[]> _byArray = [];
    private readonly Dictionary<string, FaultDomain[]> _domains = [];

    private readonly Dictionary<string, ProviderEndpoint> _endpoints;

    public ProviderIndex(IEnumerable<Provider> providers, IEnumerable<FaultDomain> domains, IEnumerable<ProviderEndpoint> endpoints)
    {
        Provider[] all = [.. providers];
        FaultDomain[] every = [.. domains];
        _endpoints = endpoints.Where(e => e.ProviderId is not null).ToDictionary(e => e.ProviderId!);
        NextEvent = ProviderEvents.Next(all, _endpoints.Values);
        foreach (string array in all.SelectMany(p => p.Arrays).Select(a => a.ArrayId).Distinct())
        {
            _byArray[array] = [.. all
                .Where(p => p.Arrays.Any(a => a.ArrayId == array))
                .OrderByDescending(p => p.FailoverGroup is null ? 0 : p.Priority ?? 0)];
        }

        foreach (Provider provider in all)
        {
            _domains[provider.Id] = [.. every.Where(d => d.ArrayId is null
                ? d.Provider == provider.Id
                : provider.Arrays.Any(a => a.ArrayId == d.ArrayId))];
        }
    }

    /// <summary>What happens next to a provider by itself; null: nothing.</summary>
    public ProviderEvent? NextEvent { get; }

    /// <summary>The provider process behind a registered provider.</summary>
    public ProviderEndpoint? EndpointOf(string provider) => _endpoints.GetValueOrDefault(provider);

    /// <summary>The providers that could manage an array, the preferred one first.</summary>
    public IReadOnlyList<Provider> OfArray(string arrayId) => _byArray.GetValueOrDefault(arrayId, []);

    /// <summary>The fault domains that a provider could manage, in lab order.</summary>
    public IReadOnlyList<FaultDomain> DomainsOf(string provider) => _domains.GetValueOrDefault(provider, []);
}
