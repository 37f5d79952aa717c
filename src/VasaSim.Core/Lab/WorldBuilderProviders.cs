using System.Globalization;
using VasaSim.Core.Certificates;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Time;

namespace VasaSim.Core.Lab;

/// <summary>The providers of a new world: what is registered, and the processes at all the URLs.</summary>
internal sealed class WorldBuilderProviders
{
    // A provider that has no certificate shows one that nobody takes.
    private static readonly CertificateDefinition _none = new() { Until = TimeSpan.FromDays(365), Malformed = true };

    private const string IdPrefix = "vasaProvider-";

    public WorldBuilderProviders(LabDefinition lab, DateTimeOffset start)
    {
        for (int i = 0; i < lab.Providers.Count; i++)
        {
            ProviderDefinition definition = lab.Providers[i];
            ProviderCertificate shown = CertificateOf(definition, definition.Certificate ?? _none, start);
            Provider provider = definition.Provider with
            {
                StatusSince = start,
                LastSync = definition.LastSyncOffset is { } sync ? ClockState.WholeMilliseconds(start + sync) : null,
                Certificate = definition.Certificate is null ? null : shown,
                Ordinal = i,
            };
            Endpoints.Add(EndpointOf(definition, provider, shown, i));
            if (definition.Registered)
            {
                Registered.Add(provider);
            }
        }

        HighestNumber = lab.Providers.Select(p => NumberOf(p.Provider.Id)).DefaultIfEmpty(0).Max();
    }

    public List<Provider> Registered { get; } = [];

    public List<ProviderEndpoint> Endpoints { get; } = [];

    /// <summary>The highest number of an id, so that no id is given twice.</summary>
    public long HighestNumber { get; }

    private static ProviderEndpoint EndpointOf(ProviderDefinition definition, Provider provider, ProviderCertificate certificate, int ordinal)
    {
        ProviderSwitches switches = definition.Switches;
        return new()
        {
            Id = provider.Id,
            Url = provider.Url,
            Self = provider with { Certificate = null, LastSync = null },
            UserName = switches.UserName,
            Password = switches.Password,
            Reachable = switches.Reachable && !(definition.Registered && provider.Status == ProviderStatus.Offline),
            Certificate = certificate,
            CaImported = definition.Certificate?.CaImported ?? false,
            FailSync = switches.FailSync,
            FailUnregister = switches.FailUnregister,
            FailRefresh = switches.FailRefresh,
            FailRevoke = switches.FailRevoke,
            CaFaultCode = switches.CaFaultCode,
            ProviderId = definition.Registered ? provider.Id : null,
            Ordinal = ordinal,
        };
    }

    private static ProviderCertificate CertificateOf(ProviderDefinition definition, CertificateDefinition certificate, DateTimeOffset start)
    {
        DateTimeOffset until = ProviderLife.WholeSeconds(start + certificate.Until);
        DateTimeOffset from = ProviderLife.WholeSeconds(start + certificate.From);
        return new()
        {
            Host = certificate.Host ?? new Uri(definition.Provider.Url).Host,
            NotBefore = from < until ? from : until.AddYears(-1),
            NotAfter = until,
            Issuer = certificate.Issuer
                ?? (definition is { Registered: true, Provider.RetainsCertificate: false } ? CertificateIssuer.Vmca : CertificateIssuer.Self),
            Revoked = certificate.Revoked,
            Malformed = certificate.Malformed,
        };
    }

    private static long NumberOf(string id) =>
        id.StartsWith(IdPrefix, StringComparison.Ordinal)
        && long.TryParse(id.AsSpan(IdPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : 0;
}
