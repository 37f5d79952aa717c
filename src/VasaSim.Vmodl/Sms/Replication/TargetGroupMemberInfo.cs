namespace VasaSim.Vmodl.Sms;

/// <summary>A member of a target group.</summary>
[DataObject(Since = "6.5")]
public partial class TargetGroupMemberInfo : DataObject
{
    public required ReplicaId ReplicaId { get; init; }

    public required DeviceId SourceId { get; init; }

    [RefersTo("Datastore")]
    public required ManagedObjectReference TargetDatastore { get; init; }
}
