namespace VasaSim.Vmodl.Sms;

/// <summary>The protocol by which hosts reach a storage container.</summary>
[VmodlEnum(Since = "8.0.0.0")]
public enum StorageContainerVvolContainerTypeEnum
{
    [EnumText("NFS")]
    Nfs,

    [EnumText("NFS4x")]
    Nfs4x,

    [EnumText("SCSI")]
    Scsi,

    NVMe,
}
