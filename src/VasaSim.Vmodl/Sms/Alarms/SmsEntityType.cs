namespace VasaSim.Vmodl.Sms;

/// <summary>The kinds of entity that an alarm can be raised for.</summary>
[VmodlEnum(Since = "6.5")]
public enum SmsEntityType
{
    StorageArrayEntity,

    StorageProcessorEntity,

    StoragePortEntity,

    StorageLunEntity,

    StorageFileSystemEntity,

    StorageCapabilityEntity,

    CapabilitySchemaEntity,

    CapabilityProfileEntity,

    DefaultProfileEntity,

    ResourceAssociationEntity,

    StorageContainerEntity,

    StorageObjectEntity,

    MessageCatalogEntity,

    ProtocolEndpointEntity,

    VirtualVolumeInfoEntity,

    BackingStoragePoolEntity,

    FaultDomainEntity,

    ReplicationGroupEntity,
}
