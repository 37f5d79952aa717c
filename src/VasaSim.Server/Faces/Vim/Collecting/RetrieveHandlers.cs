using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vim.Updates;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Collecting;

/// <summary>Methods of PropertyCollector that read properties once.</summary>
internal sealed class RetrieveHandlers(VimScopes scopes)
{
    public void Register(HandlerTable handlers) => handlers
        .On<RetrievePropertiesRequest>((call, request, world) =>
            Retrieve(scopes.Of(call, world), request.SpecSet, out Outcome refusal) is { } objects ? Outcome.Result(objects) : refusal)
        .On<RetrievePropertiesExRequest>(RetrieveEx)
        .On<ContinueRetrievePropertiesExRequest>(Continue)
        .On<CancelRetrievePropertiesExRequest>(Cancel);

    private Outcome RetrieveEx(VmodlCall call, RetrievePropertiesExRequest request, World world)
    {
        if (request.Options.MaxObjects is <= 0)
        {
            return VmodlCall.Invalid("options.maxObjects");
        }

        VimScope scope = scopes.Of(call, world);
        if (Retrieve(scope, request.SpecSet, out Outcome refusal) is not { } objects)
        {
            return refusal;
        }

        if (objects.Count == 0)
        {
            return Outcome.Result(null);
        }

        // Pages are kept for a session; whoever has none gets all at once.
        return scope.Session is not null && request.Options.MaxObjects is { } size && size < objects.Count
            ? Outcome.Result(Collector(scope, call).Pages.Begin(objects, size))
            : Outcome.Result(new RetrieveResult { Objects = objects });
    }

    private Outcome Continue(VmodlCall call, ContinueRetrievePropertiesExRequest request, World world) =>
        Collector(scopes.Of(call, world), call).Pages.Next(request.Token) is { } page
            ? Outcome.Result(page)
            : VmodlCall.Invalid("token");

    private Outcome Cancel(VmodlCall call, CancelRetrievePropertiesExRequest request, World world) =>
        Collector(scopes.Of(call, world), call).Pages.Cancel(request.Token) ? Outcome.Done : VmodlCall.Invalid("token");

    private static CollectorObject Collector(VimScope scope, VmodlCall call) => (CollectorObject)scope.Find(call.Target.Value)!;

    private static List<ObjectContent>? Retrieve(VimScope scope, IReadOnlyList<PropertyFilterSpec> specs, out Outcome refusal)
    {
        List<FilterSpec> filters = [];
        foreach (PropertyFilterSpec spec in specs)
        {
            if (FilterSpec.Check(spec, "specSet", scope.Version, out refusal) is not { } filter)
            {
                return null;
            }

            filters.Add(filter);
        }

        List<ObjectContent> objects = [];
        foreach (FilterSpec filter in filters)
        {
            ObjectSelection selection = ObjectSelection.Of(filter, scope);
            if (selection.Missing is [{ } missing, ..] && !filter.ReportsMissing)
            {
                refusal = VimFaults.Failed(VimFaults.NotFound(missing));
                return null;
            }

            objects.AddRange(ObjectReader.Read(filter, selection, scope).Select(r => r.ToContent()));
        }

        refusal = default;
        return objects;
    }
}
