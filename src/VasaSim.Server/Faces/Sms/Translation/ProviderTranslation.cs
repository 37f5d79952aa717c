using System.Globalization;
using VasaSim.Core;
using VasaSim.Core.Certificates;
using VasaSim.Core.Faults;
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
        StatusFault = StatusFault(provider, world),
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
        Certificate = provider.Certificate is { } certificate ? world.Certificates.PemOf(certificate) : null,
        CertificateExpiryDate = Text(provider.Certificate?.NotAfter),
        CertificateStatus = StatusText(CertificateAge.StatusAt(provider.Certificate, world.Now)),
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

    // The service cuts the connection when the certificate cannot be used, and has lost it otherwise.
    private static LocalizedMethodFault? StatusFault(Provider provider, World world)
    {
        Fault? fault = provider.Status switch
        {
            ProviderStatus.Offline => new ProviderUnavailable(),
            ProviderStatus.SyncError => new ProviderSyncFailed(),
            ProviderStatus.Disconnected when provider.Certificate is { } certificate && !certificate.IsUsableAt(world.Now) =>
                new InvalidCertificate(world.Certificates.PemOf(certificate)),
            ProviderStatus.Disconnected => new ProviderConnectionFailed(),
            _ => null,
        };
        return fault?.ToLocalized();
    }

    private static string StatusText(CertificateStatus status) => Wire.SmsEnums.ToText(status switch
    {
        CertificateStatus.Valid => Wire.VasaProviderCertificateStatus.Valid,
        CertificateStatus.SoftLimit => Wire.VasaProviderCertificateStatus.ExpirySoftLimitReached,
        CertificateStatus.HardLimit => Wire.VasaProviderCertificateStatus.ExpiryHardLimitReached,
        CertificateStatus.Expired => Wire.VasaProviderCertificateStatus.Expired,
        _ => Wire.VasaProviderCertificateStatus.Invalid,
    });

    private static string? Text(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
