namespace VasaSim.Core.Model;

/// <summary>What the service knows about a provider's health.</summary>
public enum ProviderStatus
{
    /// <summary>It works.</summary>
    Online,

    /// <summary>It does not answer; the service keeps polling.</summary>
    Offline,

    /// <summary>Connected, but the last sync failed.</summary>
    SyncError,

    /// <summary>Connected, no sync yet.</summary>
    Connected,

    /// <summary>TLS cannot be established; the service has stopped talking to it.</summary>
    Disconnected,
}
