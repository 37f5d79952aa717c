using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>What the service knows about a VASA provider.</summary>
[DataObject(Since = "2.0")]
public sealed partial class VasaProviderInfo : SmsProviderInfo
{
    public required string Url { get; init; }

    public string? Certificate { get; init; }

    /// <summary>A text of <see cref="VasaProviderStatus"/>.</summary>
    public string? Status { get; init; }

    /// <summary>Why the status is what it is.</summary>
    [Property(Since = "6.5")]
    public LocalizedMethodFault? StatusFault { get; init; }

    public string? VasaVersion { get; init; }

    public string? Namespace { get; init; }

    /// <summary>A text, not a date.</summary>
    public string? LastSyncTime { get; init; }

    public IReadOnlyList<SupportedVendorModelMapping>? SupportedVendorModelMapping { get; init; }

    /// <summary>Deprecated since 3.0.</summary>
    public IReadOnlyList<string>? SupportedProfile { get; init; }

    /// <summary>Texts of <see cref="ProviderProfile"/>; a provider that replicates lists <c>Replication</c>.</summary>
    [Property(Since = "4.0")]
    public IReadOnlyList<string>? SupportedProviderProfile { get; init; }

    [Property(Since = "4.0")]
    public IReadOnlyList<RelatedStorageArray>? RelatedStorageArray { get; init; }

    /// <summary>The id that the provider gives itself, unique in its namespace; not the <c>uid</c>.</summary>
    [Property(Since = "4.0")]
    public string? ProviderId { get; init; }

    /// <summary>A text, not a date.</summary>
    [Property(Since = "5.0")]
    public string? CertificateExpiryDate { get; init; }

    /// <summary>A text of <see cref="VasaProviderCertificateStatus"/>.</summary>
    [Property(Since = "5.0")]
    public string? CertificateStatus { get; init; }

    [Property(Since = "5.0")]
    public string? ServiceLocation { get; init; }

    /// <summary>True for a pair of active and passive providers.</summary>
    [Property(Since = "5.0")]
    public bool? NeedsExplicitActivation { get; init; }

    /// <summary>How many entries a call may have; zero, less or unset means no common limit.</summary>
    [Property(Since = "6.5")]
    public long? MaxBatchSize { get; init; }

    /// <summary>True if the provider keeps its own certificate and the service leaves it alone.</summary>
    [Property(Since = "5.0")]
    public bool? RetainVasaProviderCertificate { get; init; }

    /// <summary>True if the provider's arrays are never synchronised or queried.</summary>
    [Property(Since = "6.5")]
    public bool? ArrayIndependentProvider { get; init; }

    /// <summary>A text of <see cref="VpType"/>; <c>UNKNOWN</c> during a synchronisation.</summary>
    [Property(Since = "6.5")]
    public string? Type { get; init; }

    /// <summary>A text of <see cref="VpCategory"/>.</summary>
    [Property(Since = "6.7")]
    public string? Category { get; init; }

    /// <summary>0 to 255; ignored outside a failover group.</summary>
    [Property(Since = "6.5")]
    public int? Priority { get; init; }

    /// <summary>Providers with the same value stand in for one another.</summary>
    [Property(Since = "6.5")]
    public string? FailoverGroupId { get; init; }
}
