namespace VasaSim.Vmodl.Sms;

/// <summary>How close a thin-provisioned object is to running out of space.</summary>
[VmodlEnum(Since = "2.0")]
public enum ThinProvisioningStatus
{
    [EnumText("RED")]
    Red,

    [EnumText("YELLOW")]
    Yellow,

    [EnumText("GREEN")]
    Green,
}
