namespace VasaSim.Vmodl.Vim;

/// <summary>A view of the objects below a container.</summary>
[ManagedObject("ContainerView", Since = "2.5")]
public interface IContainerView : IManagedObjectView
{
    [RefersTo("ManagedEntity")]
    ManagedObjectReference Container { get; }

    IReadOnlyList<string>? Type { get; }

    bool Recursive { get; }
}
