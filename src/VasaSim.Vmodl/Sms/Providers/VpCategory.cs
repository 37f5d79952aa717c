namespace VasaSim.Vmodl.Sms;

/// <summary>
/// Whether a provider belongs to the platform (I/O filters, vSAN) or was registered by an administrator.
/// </summary>
[VmodlEnum(Since = "6.7")]
public enum VpCategory
{
    [EnumText("internal")]
    Internal,

    [EnumText("external")]
    External,
}
