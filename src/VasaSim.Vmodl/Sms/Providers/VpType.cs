namespace VasaSim.Vmodl.Sms;

/// <summary>Whether a provider stands for storage or only for a data service.</summary>
[VmodlEnum(Since = "6.5")]
public enum VpType
{
    [EnumText("PERSISTENCE")]
    Persistence,

    [EnumText("DATASERVICE")]
    DataService,

    [EnumText("UNKNOWN")]
    Unknown,
}
