namespace VasaSim.Vmodl.Vim;

/// <summary>Name, size and state of a datastore.</summary>
[DataObject(Since = "2.0")]
public sealed partial class DatastoreSummary : DataObject
{
    [RefersTo("Datastore")]
    public ManagedObjectReference? Datastore { get; init; }

    public required string Name { get; init; }

    public required string Url { get; init; }

    public required long Capacity { get; init; }

    public required long FreeSpace { get; init; }

    [Property(Since = "4.0")]
    public long? Uncommitted { get; init; }

    public required bool Accessible { get; init; }

    public bool? MultipleHostAccess { get; init; }

    public required string Type { get; init; }

    [Property(Since = "5.0")]
    public string? MaintenanceMode { get; init; }
}
