using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vim.Collecting;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Updates;

/// <summary>Makes and ends property collectors and their filters.</summary>
internal sealed class FilterHandlers(VimScopes scopes)
{
    public void Register(HandlerTable handlers) => handlers
        .On<CreateFilterRequest>(CreateFilter)
        .On<DestroyPropertyFilterRequest>(DestroyFilter)
        .On<CreatePropertyCollectorRequest>(CreateCollector)
        .On<DestroyPropertyCollectorRequest>(DestroyCollector);

    private Outcome CreateFilter(VmodlCall call, CreateFilterRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        if (FilterSpec.Check(request.Spec, "spec", call.Version, out Outcome refusal) is not { } spec)
        {
            return refusal;
        }

        if (!spec.ReportsMissing && request.Spec.ObjectSet.FirstOrDefault(o => scope.Find(o.Obj) is null) is { } missing)
        {
            return VimFaults.Failed(VimFaults.NotFound(missing.Obj));
        }

        CollectorObject collector = (CollectorObject)scope.Find(call.Target.Value)!;
        FilterObject filter = new(scope.Mine!.NewReference("PropertyFilter"), collector, spec, request.PartialUpdates);
        collector.Filters.Add(filter);
        scope.Mine.Add(filter);
        return Outcome.Result(filter.Reference);
    }

    private Outcome DestroyFilter(VmodlCall call, DestroyPropertyFilterRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        FilterObject filter = (FilterObject)scope.Find(call.Target.Value)!;
        filter.Collector.Filters.Remove(filter);
        scope.Mine!.Remove(filter);
        return Outcome.Done;
    }

    private Outcome CreateCollector(VmodlCall call, CreatePropertyCollectorRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        CollectorObject collector = new(scope.Mine!.NewReference("PropertyCollector"));
        scope.Mine.Add(collector);
        return Outcome.Result(collector.Reference);
    }

    private Outcome DestroyCollector(VmodlCall call, DestroyPropertyCollectorRequest request, World world)
    {
        if (call.Target.Value == VimReferences.PropertyCollector.Value)
        {
            return Outcome.Failed(new NotSupported(), "The session's own property collector cannot be destroyed.");
        }

        VimScope scope = scopes.Of(call, world);
        CollectorObject collector = (CollectorObject)scope.Find(call.Target.Value)!;
        collector.CancelWaits();
        foreach (FilterObject filter in collector.Filters)
        {
            scope.Mine!.Remove(filter);
        }

        scope.Mine!.Remove(collector);
        return Outcome.Done;
    }
}
