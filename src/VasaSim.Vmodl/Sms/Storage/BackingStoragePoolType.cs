namespace VasaSim.Vmodl.Sms;

/// <summary>What a backing storage pool saves space by.</summary>
[VmodlEnum(Since = "1.0")]
public enum BackingStoragePoolType
{
    [EnumText("thinProvisioningPool")]
    ThinProvisioningPool,

    [EnumText("deduplicationPool")]
    DeduplicationPool,

    [EnumText("thinAndDeduplicationCombinedPool")]
    ThinAndDeduplicationCombinedPool,
}
