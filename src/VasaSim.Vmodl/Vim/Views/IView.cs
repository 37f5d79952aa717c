namespace VasaSim.Vmodl.Vim;

/// <summary>A selection of managed objects that lives as long as its session.</summary>
[ManagedObject("View", Since = "2.5")]
public interface IView : IManagedObject
{
    /// <summary>Ends a view.</summary>
    [Method("DestroyView", Since = "2.5", Privilege = Privileges.SystemView)]
    void DestroyView();
}
