namespace VasaSim.Vmodl.Vim;

/// <summary>Makes views: named selections of managed objects.</summary>
[ManagedObject("ViewManager", Since = "2.5")]
public interface IViewManager : IManagedObject
{
    [Property(Privilege = Privileges.SystemView), RefersTo("View")]
    IReadOnlyList<ManagedObjectReference>? ViewList { get; }

    /// <summary>Makes a view of what is below a container.</summary>
    [Method("CreateContainerView", Since = "2.5", Privilege = Privileges.SystemView)]
    [return: RefersTo("ContainerView")]
    ManagedObjectReference CreateContainerView(
        [RefersTo("ManagedEntity")] ManagedObjectReference container,
        IReadOnlyList<string>? type,
        bool recursive);

    /// <summary>Makes a view of named objects.</summary>
    [Method("CreateListView", Since = "2.5", Privilege = Privileges.SystemView)]
    [return: RefersTo("ListView")]
    ManagedObjectReference CreateListView(IReadOnlyList<ManagedObjectReference>? obj);
}
