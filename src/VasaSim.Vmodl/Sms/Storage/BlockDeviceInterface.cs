namespace VasaSim.Vmodl.Sms;

/// <summary>How an array offers block devices.</summary>
[VmodlEnum(Since = "1.0")]
public enum BlockDeviceInterface
{
    [EnumText("fc")]
    Fc,

    [EnumText("iscsi")]
    Iscsi,

    [EnumText("fcoe")]
    Fcoe,

    [EnumText("otherBlock")]
    OtherBlock,
}
