namespace VasaSim.Vmodl.Sms;

/// <summary>
/// The state of a replication group as seen at the site that is asked; it says nothing about the health of the link.
/// </summary>
[VmodlEnum(Since = "6.5")]
public enum ReplicationReplicationState
{
    [EnumText("SOURCE")]
    Source,

    [EnumText("TARGET")]
    Target,

    [EnumText("FAILEDOVER")]
    FailedOver,

    [EnumText("INTEST")]
    InTest,

    [EnumText("REMOTE_FAILEDOVER")]
    RemoteFailedOver,
}
