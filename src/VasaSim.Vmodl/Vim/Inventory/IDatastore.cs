namespace VasaSim.Vmodl.Vim;

/// <summary>A datastore.</summary>
[ManagedObject("Datastore", Since = "2.0")]
public interface IDatastore : IManagedEntity
{
    DatastoreSummary Summary { get; }

    IReadOnlyList<DatastoreHostMount>? Host { get; }

    [RefersTo("VirtualMachine")]
    IReadOnlyList<ManagedObjectReference>? Vm { get; }
}
