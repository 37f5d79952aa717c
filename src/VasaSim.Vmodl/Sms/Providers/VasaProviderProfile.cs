namespace VasaSim.Vmodl.Sms;

/// <summary>The storage profiles before version 3.0; superseded by <c>VasaProfile</c>.</summary>
[VmodlEnum(Since = "1.0")]
public enum VasaProviderProfile
{
    [EnumText("blockDevice")]
    BlockDevice,

    [EnumText("fileSystem")]
    FileSystem,

    [EnumText("capability")]
    Capability,
}
