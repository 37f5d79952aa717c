namespace VasaSim.Vmodl.Sms;

/// <summary>A capability that a provider reports for a datastore.</summary>
[DataObject(Since = "2.0")]
public sealed partial class StorageCapability : DataObject
{
    public required string Uuid { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }
}
