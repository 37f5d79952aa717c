namespace VasaSim.Vmodl.Vim;

/// <summary>A view of objects that the client names one by one.</summary>
[ManagedObject("ListView", Since = "2.5")]
public interface IListView : IManagedObjectView
{
    /// <summary>Adds and removes objects; returns those that do not exist.</summary>
    [Method("ModifyListView", Since = "2.5")]
    IReadOnlyList<ManagedObjectReference>? ModifyListView(
        IReadOnlyList<ManagedObjectReference>? add,
        IReadOnlyList<ManagedObjectReference>? remove);

    /// <summary>Replaces the objects; returns those that do not exist.</summary>
    [Method("ResetListView", Since = "2.5")]
    IReadOnlyList<ManagedObjectReference>? ResetListView(IReadOnlyList<ManagedObjectReference>? obj);

    /// <summary>Replaces the objects by those of another view.</summary>
    [Method("ResetListViewFromView", Since = "2.5")]
    void ResetListViewFromView([RefersTo("View")] ManagedObjectReference view);
}
