using VasaSim.Server.Faces.Vim.Collecting;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Updates;

/// <summary>A filter of a property collector.</summary>
internal sealed class FilterObject(ManagedObjectReference reference, CollectorObject collector, FilterSpec spec, bool partialUpdates)
    : VimObject(reference)
{
    public CollectorObject Collector { get; } = collector;

    public FilterSpec Spec { get; } = spec;

    public override object? Read(string property, VimScope scope) => property switch
    {
        "spec" => Spec.Spec,
        "partialUpdates" => partialUpdates,
        _ => throw Unknown(property),
    };
}
