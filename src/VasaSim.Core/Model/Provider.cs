using VasaSim.Core.Certificates;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>A VASA provider that is registered with the Storage Monitoring Service.</summary>
public sealed record Provider : Entity
{
    /// <summary>Managed object id, such as <c>vasaProvider-1</c>; never reused.</summary>
    public required string Id { get; init; }

    /// <summary>The identity that the service knows it by.</summary>
    public required string Uid { get; init; }

    /// <summary>Name given at registration.</summary>
    public required string Name { get; init; }

    /// <summary>Description given at registration.</summary>
    public string? Description { get; init; }

    /// <summary>Version of the provider's software.</summary>
    public string? Version { get; init; }

    /// <summary>Where the provider answers.</summary>
    public required string Url { get; init; }

    /// <summary>The site it stands at.</summary>
    public required string Site { get; init; }

    /// <summary>What the service knows about its health.</summary>
    public ProviderStatus Status { get; init; } = ProviderStatus.Online;

    /// <summary>Since when its status has meant that it can be reached, or that it cannot.</summary>
    public DateTimeOffset StatusSince { get; init; }

    /// <summary>The VASA version it speaks.</summary>
    public required string VasaVersion { get; init; }

    /// <summary>The namespace in which <see cref="SelfId"/> is unique.</summary>
    public string? Namespace { get; init; }

    /// <summary>The id the provider gives itself.</summary>
    public string? SelfId { get; init; }

    /// <summary>Vendors and models it can speak for.</summary>
    public IReadOnlyList<VendorModel> Models { get; init; } = [];

    /// <summary>What it can do: <c>ProfileBasedManagement</c>, <c>Replication</c>.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>The arrays it can manage.</summary>
    public IReadOnlyList<ManagedArray> Arrays { get; init; } = [];

    /// <summary>True for providers that belong to vSphere itself (IO filters, vSAN).</summary>
    public bool IsInternal { get; init; }

    /// <summary>True for a data service without storage behind it.</summary>
    public bool IsDataService { get; init; }

    /// <summary>True when arrays are neither synced nor queried.</summary>
    public bool ArrayIndependent { get; init; }

    /// <summary>True for active/passive: the service activates it.</summary>
    public bool NeedsExplicitActivation { get; init; }

    /// <summary>Providers with the same id form one high-availability group.</summary>
    public string? FailoverGroup { get; init; }

    /// <summary>0–255; within a high-availability group the higher number is preferred (our choice: the documents give only the range).</summary>
    public int? Priority { get; init; }

    /// <summary>How many groups a call may name.</summary>
    public BatchLimits MaxBatchSize { get; init; } = new();

    /// <summary>Whether groups change their ids when replication is reversed.</summary>
    public ReverseIds ReverseIds { get; init; }

    /// <summary>Whether a test can be stopped with force.</summary>
    public bool ForceSupported { get; init; } = true;

    /// <summary>Whether its groups have point-in-time replicas at all.</summary>
    public bool SupportsReplicas { get; init; } = true;

    /// <summary>True while it refuses work with ProviderBusy.</summary>
    public bool Busy { get; init; }

    /// <summary>True while it refuses tasks with ProviderOutOfResource.</summary>
    public bool OutOfResource { get; init; }

    /// <summary>Wire names of the methods it answers with NotImplemented.</summary>
    public IReadOnlyList<string> NotImplemented { get; init; } = [];

    /// <summary>The number of its last alarm.</summary>
    public long LastAlarm { get; init; }

    /// <summary>When the service last synced with it.</summary>
    public DateTimeOffset? LastSync { get; init; }

    /// <summary>The certificate that the service knows it by; null when it has none.</summary>
    public ProviderCertificate? Certificate { get; init; }

    /// <summary>True when it keeps its own certificate.</summary>
    public bool RetainsCertificate { get; init; }

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Whether the service can talk to it at all.</summary>
    public bool IsReachable => Status is not (ProviderStatus.Offline or ProviderStatus.Disconnected);

    /// <summary>Whether it has a replication service.</summary>
    public bool Replicates => Profiles.Contains("Replication");

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.Provider, Id);
}

/// <summary>An array that a provider can manage.</summary>
public sealed record ManagedArray(string ArrayId, bool Manageable = true, int Priority = 0);

/// <summary>A vendor and model that a provider can speak for.</summary>
public sealed record VendorModel(string? Vendor, string? Model);
