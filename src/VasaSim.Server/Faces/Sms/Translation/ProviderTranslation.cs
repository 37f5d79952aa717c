using System.Globalization;
using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Vmodl.Vim;
using Wire = VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms.Translation;

/// <summary>Says what the service knows of a provider.</summary>
internal static class ProviderTranslation
{
    public static Wire.VasaProviderInfo ToWire(this Provider provider, World world) => new()
    {
        Uid = provider.Uid,
        Name = provider.Name,
        Description = provider.Description,
        Version = provider.Version,
        Url = provider.Url,
        Status = StatusText(provider.Status),
        StatusFault = StatusFault(provider),
        VasaVersion = provider.VasaVersion,
        Namespace = provider.Namespace,
        LastSyncTime = Text(provider.LastSync),
        SupportedVendorModelMapping = [.. provider.Models.Select(m => new Wire.SupportedVendorModelMapping { VendorId = m.Vendor, ModelId = m.Model })],
        SupportedProviderProfile = provider.Profiles,
        RelatedStorageArray = [.. provider.Arrays.Select(a => new Wire.RelatedStorageArray
        {
            ArrayId = a.ArrayId,
            Active = ProviderDirectory.ActiveForArray(world, a.ArrayId)?.Id == provider.Id,
            Manageable = a.Manageable,
            Priority = a.Priority,
        })],
        ProviderId = provider.SelfId,
        CertificateExpiryDate = Text(provider.CertificateExpiry),
        CertificateStatus = CertificateStatus(provider, world.Now),
        NeedsExplicitActivation = provider.NeedsExplicitActivation,
        MaxBatchSize = provider.MaxBatchSize.Declared,
        RetainVasaProviderCertificate = provider.RetainsCertificate,
        ArrayIndependentProvider = provider.ArrayIndependent,
        Type = provider.IsDataService ? "DATASERVICE" : "PERSISTENCE",
        Category = provider.IsInternal ? "internal" : "external",
        Priority = provider.Priority,
        FailoverGroupId = provider.FailoverGroup,
    };

    private static string StatusText(ProviderStatus status) => status switch
    {
        ProviderStatus.Online => "online",
        ProviderStatus.Offline => "offline",
        ProviderStatus.SyncError => "syncError",
        ProviderStatus.Connected => "connected",
        ProviderStatus.Disconnected => "disconnected",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static LocalizedMethodFault? StatusFault(Provider provider)
    {
        MethodFault? fault = provider.Status switch
        {
            ProviderStatus.Offline => new Wire.ProviderUnavailable(),
            ProviderStatus.SyncError => new Wire.ProviderSyncFailed(),
            ProviderStatus.Disconnected => new Wire.ProviderConnectionFailed(),
            _ => null,
        };
        return fault is null ? null : new LocalizedMethodFault
        {
            Fault = fault,
            LocalizedMessage = $"The provider is {StatusText(provider.Status)}.",
        };
    }

    // The windows are documented in the vendor's knowledge base: within six months, and within one.
    private static string? CertificateStatus(Provider provider, DateTimeOffset now) => provider.CertificateExpiry switch
    {
        null => null,
        { } expiry when expiry <= now => "expired",
        { } expiry when expiry <= now.AddMonths(1) => "expiryHardLimitReached",
        { } expiry when expiry <= now.AddMonths(6) => "expirySoftLimitReached",
        _ => "valid",
    };

    private static string? Text(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
