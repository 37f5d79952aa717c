namespace VasaSim.Vmodl.Vim;

/// <summary>Finds inventory objects by path, name or uuid.</summary>
[ManagedObject("SearchIndex", Since = "2.0")]
public interface ISearchIndex : IManagedObject
{
    /// <summary>Finds a virtual machine or host by uuid.</summary>
    [Method("FindByUuid", Since = "2.0", Privilege = Privileges.SystemView)]
    [return: RefersTo("ManagedEntity")]
    ManagedObjectReference? FindByUuid(
        [RefersTo("Datacenter")] ManagedObjectReference? datacenter,
        string uuid,
        bool vmSearch,
        [Property(Since = "4.0")] bool? instanceUuid);

    /// <summary>Finds an object by its path in the inventory.</summary>
    [Method("FindByInventoryPath", Since = "2.0", Privilege = Privileges.SystemView)]
    [return: RefersTo("ManagedEntity")]
    ManagedObjectReference? FindByInventoryPath(string inventoryPath);

    /// <summary>Finds a child by name.</summary>
    [Method("FindChild", Since = "2.0", Privilege = Privileges.SystemView)]
    [return: RefersTo("ManagedEntity")]
    ManagedObjectReference? FindChild([RefersTo("ManagedEntity")] ManagedObjectReference entity, string name);
}
