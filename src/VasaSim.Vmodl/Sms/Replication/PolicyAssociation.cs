namespace VasaSim.Vmodl.Sms;

/// <summary>The storage policy that a recovered device is to get.</summary>
[DataObject(Since = "6.5")]
public sealed partial class PolicyAssociation : DataObject
{
    /// <summary>The device at the source.</summary>
    public required DeviceId Id { get; init; }

    public required string PolicyId { get; init; }

    [RefersTo("Datastore")]
    public required ManagedObjectReference Datastore { get; init; }
}
