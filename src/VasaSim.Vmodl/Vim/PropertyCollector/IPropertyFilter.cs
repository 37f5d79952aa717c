namespace VasaSim.Vmodl.Vim;

/// <summary>A selection of properties whose changes a property collector reports.</summary>
[ManagedObject("PropertyFilter", Since = "1.0")]
public interface IPropertyFilter : IManagedObject
{
    PropertyFilterSpec Spec { get; }

    bool PartialUpdates { get; }

    /// <summary>Ends a property filter.</summary>
    [Method("DestroyPropertyFilter", Since = "1.0")]
    void DestroyPropertyFilter();
}
