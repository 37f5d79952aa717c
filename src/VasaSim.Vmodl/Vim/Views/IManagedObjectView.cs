namespace VasaSim.Vmodl.Vim;

/// <summary>A view that lists the managed objects it selects.</summary>
[ManagedObject("ManagedObjectView", Since = "2.5")]
public interface IManagedObjectView : IView
{
    IReadOnlyList<ManagedObjectReference>? View { get; }
}
