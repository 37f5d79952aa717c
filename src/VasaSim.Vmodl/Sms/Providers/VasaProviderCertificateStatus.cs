namespace VasaSim.Vmodl.Sms;

/// <summary>
/// The state of a provider's certificate. The soft limit is reached within six months of expiry, the hard limit
/// within one.
/// </summary>
[VmodlEnum(Since = "5.0")]
public enum VasaProviderCertificateStatus
{
    [EnumText("valid")]
    Valid,

    [EnumText("expirySoftLimitReached")]
    ExpirySoftLimitReached,

    [EnumText("expiryHardLimitReached")]
    ExpiryHardLimitReached,

    [EnumText("expired")]
    Expired,

    [EnumText("invalid")]
    Invalid,
}
