using VasaSim.Core.Model;

namespace VasaSim.Core.Providers;

/// <summary>What happens to a registered provider by itself.</summary>
/// <param name="At">When.</param>
/// <param name="Provider">Its managed object id.</param>
/// <param name="IsPoll">Whether the service looks if it answers; otherwise its certificate expires.</param>
internal sealed record ProviderEvent(DateTimeOffset At, string Provider, bool IsPoll);

/// <summary>
/// Certificates expire at their hour: the service then cuts the connection. And it polls providers, so it learns after a
/// while that one has fallen silent or is back; one that it is disconnected from it leaves alone.
/// </summary>
internal static class ProviderEvents
{
    /// <summary>That a provider's certificate will expire, which means nothing to one that is disconnected already.</summary>
    public static ProviderEvent? Of(Provider? provider) =>
        provider is { Certificate: { } certificate, Status: not ProviderStatus.Disconnected }
            ? new(certificate.NotAfter, provider.Id, IsPoll: false)
            : null;

    /// <summary>That the service will look at a provider.</summary>
    public static ProviderEvent? Of(ProviderEndpoint? endpoint) =>
        endpoint is { NextPoll: { } poll, ProviderId: { } provider } ? new(poll, provider, IsPoll: true) : null;

    /// <summary>When the service will next look whether a provider answers.</summary>
    public static DateTimeOffset NextPoll(World world, Provider provider)
    {
        TimeSpan interval = world.InstantTasks ? TimeSpan.Zero : world.Knobs.ProviderPoll;
        return interval == TimeSpan.Zero
            ? world.Now
            : provider.StatusSince + (((world.Now - provider.StatusSince).Ticks / interval.Ticks + 1) * interval);
    }

    /// <summary>Lets it happen.</summary>
    public static void Happen(World world, ProviderEvent happening)
    {
        Provider? provider = world.FindProvider(happening.Provider);
        if (!happening.IsPoll)
        {
            ProviderLife.SetStatus(world, provider!, ProviderStatus.Disconnected);
            return;
        }

        ProviderEndpoint endpoint = world.ProviderIndex.EndpointOf(happening.Provider)!;
        world.Put(endpoint with { NextPoll = null });
        if (provider is { Status: ProviderStatus.Offline } && endpoint.Reachable)
        {
            ProviderLife.SetStatus(world, provider, ProviderStatus.Online);
        }
        else if (provider is { IsReachable: true } && !endpoint.Reachable)
        {
            ProviderLife.SetStatus(world, provider, ProviderStatus.Offline);
        }
    }
}
