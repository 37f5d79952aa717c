using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Lab.Reading;

namespace VasaSim.Server.Control;

/// <summary>A provider: what it is, and what a tester can change of it.</summary>
public sealed record ProviderReport
{
    /// <summary>Managed object id.</summary>
    public required string Id { get; init; }

    /// <summary>Name given at registration.</summary>
    public required string Name { get; init; }

    /// <summary>The identity that the service knows it by.</summary>
    public required string Uid { get; init; }

    /// <summary>The site.</summary>
    public required string Site { get; init; }

    /// <summary>Where it answers.</summary>
    public required string Url { get; init; }

    /// <summary>Health, in the words of the API.</summary>
    public required string Status { get; init; }

    /// <summary>Since when it has had its status, in simulated time.</summary>
    public required DateTimeOffset StatusSince { get; init; }

    /// <summary>Whether it refuses work with ProviderBusy.</summary>
    public required bool Busy { get; init; }

    /// <summary>Whether it refuses tasks with ProviderOutOfResource.</summary>
    public required bool OutOfResource { get; init; }

    /// <summary>Wire names of the methods that it answers with NotImplemented.</summary>
    public required IReadOnlyList<string> NotImplemented { get; init; }

    /// <summary>How many groups a call may name.</summary>
    public required BatchReport MaxBatchSize { get; init; }

    /// <summary><c>keep</c> or <c>new</c>.</summary>
    public required string ReverseIds { get; init; }

    /// <summary>Whether a test can be stopped with force.</summary>
    public required bool ForceSupported { get; init; }

    /// <summary>The fault domains that it could manage.</summary>
    public required IReadOnlyList<ServedDomainReport> FaultDomains { get; init; }

    internal static ProviderReport Of(World world, Provider provider) => new()
    {
        Id = provider.Id,
        Name = provider.Name,
        Uid = provider.Uid,
        Site = provider.Site,
        Url = provider.Url,
        Status = ProviderWords.Statuses.First(s => s.Value == provider.Status).Name,
        StatusSince = provider.StatusSince,
        Busy = provider.Busy,
        OutOfResource = provider.OutOfResource,
        NotImplemented = provider.NotImplemented,
        MaxBatchSize = BatchReport.Of(provider.MaxBatchSize),
        ReverseIds = ProviderWords.ReverseIds.First(r => r.Value == provider.ReverseIds).Name,
        ForceSupported = provider.ForceSupported,
        FaultDomains = [.. ProviderDirectory.DomainsOf(world, provider).Select(d => new ServedDomainReport(d.Domain.Id, d.Active?.Id == provider.Id))],
    };
}

/// <summary>A fault domain that a provider could manage, and whether it does.</summary>
public sealed record ServedDomainReport(string Id, bool Active);

/// <summary>Batch limits; null: none.</summary>
/// <param name="Declared">What the provider's information says.</param>
/// <param name="Enforced">Above which number of groups a call is refused with TooMany.</param>
/// <param name="Reported">What that fault then says.</param>
/// <param name="PerMethod">Other limits for single methods, by wire name.</param>
public sealed record BatchReport(long? Declared, int? Enforced, long? Reported, IReadOnlyDictionary<string, int> PerMethod)
{
    internal static BatchReport Of(BatchLimits limits) => new(limits.Declared, limits.Enforced, limits.Reported, limits.PerMethod);
}

/// <summary>All providers in lab order.</summary>
public sealed record ProviderList(IReadOnlyList<ProviderReport> Providers);
