namespace VasaSim.Vmodl.Sms;

/// <summary>How an array offers file systems.</summary>
[VmodlEnum(Since = "1.0")]
public enum FileSystemInterface
{
    [EnumText("nfs")]
    Nfs,

    [EnumText("otherFileSystem")]
    OtherFileSystem,
}
