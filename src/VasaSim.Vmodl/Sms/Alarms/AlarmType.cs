namespace VasaSim.Vmodl.Sms;

/// <summary>What a storage alarm is about.</summary>
[VmodlEnum(Since = "6.5")]
public enum AlarmType
{
    SpaceCapacityAlarm,

    CapabilityAlarm,

    StorageObjectAlarm,

    ObjectAlarm,

    ComplianceAlarm,

    ManageabilityAlarm,

    ReplicationAlarm,

    CertificateAlarm,
}
