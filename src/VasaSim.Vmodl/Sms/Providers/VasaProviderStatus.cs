namespace VasaSim.Vmodl.Sms;

/// <summary>Whether the service can work with a provider.</summary>
[VmodlEnum(Since = "1.0")]
public enum VasaProviderStatus
{
    [EnumText("online")]
    Online,

    [EnumText("offline")]
    Offline,

    [EnumText("syncError")]
    SyncError,

    [EnumText("unknown")]
    Unknown,

    [EnumText("connected")]
    Connected,

    [EnumText("disconnected")]
    Disconnected,
}
