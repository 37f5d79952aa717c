namespace VasaSim.Core.Providers;

/// <summary>What is done to providers.</summary>
public enum ProviderOperation
{
    /// <summary>RegisterProvider_Task.</summary>
    Register,

    /// <summary>UnregisterProvider_Task.</summary>
    Unregister,

    /// <summary>VasaProviderSync_Task.</summary>
    Sync,

    /// <summary>VasaProviderReconnect_Task.</summary>
    Reconnect,

    /// <summary>VasaProviderRefreshCertificate_Task.</summary>
    RefreshCertificate,

    /// <summary>VasaProviderRevokeCertificate_Task.</summary>
    RevokeCertificate,

    /// <summary>SmsRefreshCACertificatesAndCRLs_Task.</summary>
    RefreshTrust,
}
