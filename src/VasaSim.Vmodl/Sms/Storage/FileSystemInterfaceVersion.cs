namespace VasaSim.Vmodl.Sms;

/// <summary>The protocol version of a file system.</summary>
[VmodlEnum(Since = "1.0")]
public enum FileSystemInterfaceVersion
{
    [EnumText("NFSV3_0")]
    NfsV3,
}
