namespace VasaSim.Vmodl.Sms;

/// <summary>The kinds of object that the query interface of version 1.0 could name.</summary>
[VmodlEnum(Since = "1.0")]
public enum EntityReferenceEntityType
{
    [EnumText("datacenter")]
    Datacenter,

    [EnumText("resourcePool")]
    ResourcePool,

    [EnumText("storagePod")]
    StoragePod,

    [EnumText("cluster")]
    Cluster,

    [EnumText("vm")]
    Vm,

    [EnumText("datastore")]
    Datastore,

    [EnumText("host")]
    Host,

    [EnumText("vmFile")]
    VmFile,

    [EnumText("scsiPath")]
    ScsiPath,

    [EnumText("scsiTarget")]
    ScsiTarget,

    [EnumText("scsiVolume")]
    ScsiVolume,

    [EnumText("scsiAdapter")]
    ScsiAdapter,

    [EnumText("nasMount")]
    NasMount,
}
