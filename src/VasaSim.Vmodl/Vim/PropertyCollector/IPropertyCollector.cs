namespace VasaSim.Vmodl.Vim;

/// <summary>Reads properties of managed objects, once or as they change.</summary>
[ManagedObject("PropertyCollector", Since = "1.0")]
public interface IPropertyCollector : IManagedObject
{
    [Property(Privilege = Privileges.SystemView), RefersTo("PropertyFilter")]
    IReadOnlyList<ManagedObjectReference>? Filter { get; }

    /// <summary>Makes a property filter.</summary>
    [Method("CreateFilter", Since = "1.0", Privilege = Privileges.SystemView)]
    [Faults(typeof(InvalidProperty))]
    [return: RefersTo("PropertyFilter")]
    ManagedObjectReference CreateFilter(PropertyFilterSpec spec, bool partialUpdates);

    /// <summary>Reads properties in one go.</summary>
    [Method("RetrieveProperties", Since = "1.0", Privilege = Privileges.SystemAnonymous)]
    [Faults(typeof(InvalidProperty))]
    IReadOnlyList<ObjectContent>? RetrieveProperties(IReadOnlyList<PropertyFilterSpec> specSet);

    /// <summary>Returns changes since a version without waiting.</summary>
    [Method("CheckForUpdates", Since = "1.0", Privilege = Privileges.SystemView)]
    [Faults(typeof(InvalidCollectorVersion))]
    UpdateSet? CheckForUpdates(string? version);

    /// <summary>Waits for changes since a version.</summary>
    [Method("WaitForUpdates", Since = "1.0", Privilege = Privileges.SystemView)]
    [Faults(typeof(InvalidCollectorVersion))]
    UpdateSet WaitForUpdates(string? version);

    /// <summary>Ends a wait for changes.</summary>
    [Method("CancelWaitForUpdates", Since = "1.0", Privilege = Privileges.SystemView)]
    void CancelWaitForUpdates();

    /// <summary>Waits for changes since a version, with limits.</summary>
    [Method("WaitForUpdatesEx", Since = "4.1", Privilege = Privileges.SystemView)]
    [Faults(typeof(InvalidCollectorVersion))]
    UpdateSet? WaitForUpdatesEx(string? version, WaitOptions? options);

    /// <summary>Reads properties page by page.</summary>
    [Method("RetrievePropertiesEx", Since = "4.1", Privilege = Privileges.SystemAnonymous)]
    [Faults(typeof(InvalidProperty))]
    RetrieveResult? RetrievePropertiesEx(IReadOnlyList<PropertyFilterSpec> specSet, RetrieveOptions options);

    /// <summary>Reads the next page.</summary>
    [Method("ContinueRetrievePropertiesEx", Since = "4.1", Privilege = Privileges.SystemView)]
    [Faults(typeof(InvalidProperty))]
    RetrieveResult ContinueRetrievePropertiesEx(string token);

    /// <summary>Gives up the remaining pages.</summary>
    [Method("CancelRetrievePropertiesEx", Since = "4.1", Privilege = Privileges.SystemView)]
    [Faults(typeof(InvalidProperty))]
    void CancelRetrievePropertiesEx(string token);

    /// <summary>Makes a property collector of the caller's own.</summary>
    [Method("CreatePropertyCollector", Since = "4.1", Privilege = Privileges.SystemView)]
    [return: RefersTo("PropertyCollector")]
    ManagedObjectReference CreatePropertyCollector();

    /// <summary>Ends a property collector.</summary>
    [Method("DestroyPropertyCollector", Since = "4.1", Privilege = Privileges.SystemView)]
    void DestroyPropertyCollector();
}
