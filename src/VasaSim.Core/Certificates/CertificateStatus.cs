namespace VasaSim.Core.Certificates;

/// <summary>What is left of a certificate's life.</summary>
public enum CertificateStatus
{
    /// <summary>More than six months.</summary>
    Valid,

    /// <summary>Six months or less.</summary>
    SoftLimit,

    /// <summary>One month or less.</summary>
    HardLimit,

    /// <summary>Nothing.</summary>
    Expired,

    /// <summary>It is revoked, or none at all.</summary>
    Invalid,
}

/// <summary>The law of certificates' ages; the two limits are documented in the vendor's knowledge base (KB 323232).</summary>
public static class CertificateAge
{
    private const int SoftMonths = 6;
    private const int HardMonths = 1;

    /// <summary>The status of a certificate at a time; that of none is invalid.</summary>
    public static CertificateStatus StatusAt(ProviderCertificate? certificate, DateTimeOffset now) => certificate switch
    {
        null or { Malformed: true } or { Revoked: true } => CertificateStatus.Invalid,
        _ when certificate.NotAfter <= now => CertificateStatus.Expired,
        _ when now >= HardLimitOf(certificate) => CertificateStatus.HardLimit,
        _ when now >= SoftLimitOf(certificate) => CertificateStatus.SoftLimit,
        _ => CertificateStatus.Valid,
    };

    /// <summary>When a certificate has six months left.</summary>
    public static DateTimeOffset SoftLimitOf(ProviderCertificate certificate) => certificate.NotAfter.AddMonths(-SoftMonths);

    /// <summary>When a certificate has one month left.</summary>
    public static DateTimeOffset HardLimitOf(ProviderCertificate certificate) => certificate.NotAfter.AddMonths(-HardMonths);
}
