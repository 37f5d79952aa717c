namespace VasaSim.Vmodl.Sms;

/// <summary>The identity of a device at the target; opaque, may equal the id of the virtual volume.</summary>
[DataObject(Since = "6.5")]
public sealed partial class ReplicaId : DataObject
{
    public required string Id { get; init; }
}
