using VasaSim.Core.Certificates;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Providers;

/// <summary>The steps of a provider's life: registered, connected, synced, given certificates, unregistered.</summary>
internal static class ProviderLife
{
    /// <summary>How long a certificate of vCenter's own authority is valid, as documented.</summary>
    private const int CertificateYears = 1;

    /// <summary>Changes the status, and since when it can be reached or not if that changed.</summary>
    public static Provider SetStatus(World world, Provider provider, ProviderStatus status)
    {
        Provider changed = provider with { Status = status };
        if (changed.IsReachable != provider.IsReachable)
        {
            changed = changed with { StatusSince = world.Now };
        }

        world.Put(changed);
        return changed;
    }

    /// <summary>
    /// Registers the provider at an endpoint, which passed all checks. Unless it keeps its own certificate it gets one of
    /// vCenter's authority. Fault domains that it managed when it was registered before are its again.
    /// </summary>
    public static Provider Register(World world, ProviderEndpoint endpoint, ProviderRegistration registration)
    {
        Counters counters = world.Counters with { Providers = world.Counters.Providers + 1 };
        world.Put(counters);
        string id = $"vasaProvider-{counters.Providers}";
        ProviderCertificate certificate = endpoint.Self.RetainsCertificate ? endpoint.Certificate : IssueFor(world, endpoint);
        foreach (FaultDomain domain in world.FaultDomains.Where(d => d.Provider is not null && d.Provider == (endpoint.ProviderId ?? endpoint.Id)).ToArray())
        {
            world.Put(domain with { Provider = id });
        }

        world.Put(endpoint with { ProviderId = id, Certificate = certificate, NextPoll = null });
        Provider provider = endpoint.Self with
        {
            Id = id,
            Uid = DerivedId.Guid($"{world.Info.Seed}|provider|{counters.Providers}").ToString(),
            Name = registration.Name,
            Description = registration.Description,
            Url = registration.Url,
            Status = ProviderStatus.Connected,
            StatusSince = world.Now,
            LastSync = null,
            Certificate = certificate,
            Ordinal = 1 + world.Providers.Select(p => p.Ordinal).DefaultIfEmpty(-1).Max(),
        };
        world.Put(provider);
        return provider;
    }

    /// <summary>Takes a provider out of the service. What it managed leaves all queries, or is a standby's from now on.</summary>
    public static void Unregister(World world, Provider provider)
    {
        if (world.EndpointOf(provider) is { } endpoint)
        {
            world.Put(endpoint with { NextPoll = null });
        }

        foreach (StorageAlarm alarm in world.AlarmsOf(provider.Id).ToArray())
        {
            world.Remove(alarm);
        }

        world.Remove(provider);
    }

    /// <summary>Syncs with a provider.</summary>
    /// <returns>Why it failed, or null.</returns>
    public static Fault? Sync(World world, Provider provider)
    {
        ProviderEndpoint? endpoint = world.EndpointOf(provider);
        if (!ProviderDirectory.Answers(world, provider))
        {
            if (provider.IsReachable)
            {
                SetStatus(world, provider, ProviderStatus.Offline);
            }

            return new ProviderSyncFailed();
        }

        if (endpoint is { FailSync: true })
        {
            SetStatus(world, provider, ProviderStatus.SyncError);
            return new ProviderSyncFailed();
        }

        SetStatus(world, provider with { LastSync = world.Now }, ProviderStatus.Online);
        return null;
    }

    /// <summary>Gives the provider a new certificate of vCenter's authority.</summary>
    public static void RefreshCertificate(World world, Provider provider, ProviderEndpoint endpoint)
    {
        ProviderCertificate certificate = IssueFor(world, endpoint);
        world.Put(endpoint with { Certificate = certificate });
        world.Put(provider with { Certificate = certificate });
    }

    /// <summary>Makes a certificate with a number that no other one has.</summary>
    public static ProviderCertificate Issue(World world, ProviderCertificate certificate)
    {
        Counters counters = world.Counters with { Certificates = world.Counters.Certificates + 1 };
        world.Put(counters);
        return certificate with { Number = counters.Certificates };
    }

    private static ProviderCertificate IssueFor(World world, ProviderEndpoint endpoint) => Issue(world, new()
    {
        Host = new Uri(endpoint.Url).Host,
        // X.509 knows whole seconds only.
        NotBefore = WholeSeconds(world.Now),
        NotAfter = WholeSeconds(world.Now).AddYears(CertificateYears),
        Issuer = CertificateIssuer.Vmca,
    });

    internal static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
