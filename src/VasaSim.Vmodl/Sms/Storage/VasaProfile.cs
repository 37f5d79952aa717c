namespace VasaSim.Vmodl.Sms;

/// <summary>The storage profiles a VASA provider may support.</summary>
[VmodlEnum(Since = "3.0")]
public enum VasaProfile
{
    [EnumText("blockDevice")]
    BlockDevice,

    [EnumText("fileSystem")]
    FileSystem,

    [EnumText("capability")]
    Capability,

    [EnumText("policy")]
    Policy,

    [EnumText("object")]
    Object,

    [EnumText("statistics")]
    Statistics,

    [EnumText("storageDrsBlockDevice")]
    StorageDrsBlockDevice,

    [EnumText("storageDrsFileSystem")]
    StorageDrsFileSystem,
}
