using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vim.Inventory;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Views;

/// <summary>Methods of ViewManager and of views.</summary>
internal sealed class ViewHandlers(VimScopes scopes)
{
    public void Register(HandlerTable handlers) => handlers
        .On<CreateContainerViewRequest>(CreateContainerView)
        .On<CreateListViewRequest>(CreateListView)
        .On<DestroyViewRequest>(Destroy)
        .On<ModifyListViewRequest>(Modify)
        .On<ResetListViewRequest>(Reset)
        .On<ResetListViewFromViewRequest>(ResetFromView);

    private Outcome CreateContainerView(VmodlCall call, CreateContainerViewRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        switch (scope.Find(request.Container))
        {
            case null:
                return VimFaults.Failed(VimFaults.NotFound(request.Container));
            case FolderObject or DatacenterObject or ClusterObject or HostObject:
                ContainerViewObject view = new(
                    scope.Mine!.NewReference("ContainerView"), request.Container, request.Type, request.Recursive);
                scope.Mine.Add(view);
                return Outcome.Result(view.Reference);
            default:
                return VmodlCall.Invalid("container");
        }
    }

    private Outcome CreateListView(VmodlCall call, CreateListViewRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        ListViewObject view = new(scope.Mine!.NewReference("ListView"));
        if (view.Add(request.Obj ?? [], scope) is [{ } missing, ..])
        {
            return VimFaults.Failed(VimFaults.NotFound(missing));
        }

        scope.Mine.Add(view);
        return Outcome.Result(view.Reference);
    }

    private Outcome Destroy(VmodlCall call, DestroyViewRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        scope.Mine!.Remove(View(scope, call));
        return Outcome.Done;
    }

    private Outcome Modify(VmodlCall call, ModifyListViewRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        ListViewObject view = (ListViewObject)View(scope, call);
        IReadOnlyList<ManagedObjectReference> unknown = view.Remove(request.Remove ?? []);
        IReadOnlyList<ManagedObjectReference> missing = view.Add(request.Add ?? [], scope);
        return Changed(scope, [.. missing, .. unknown]);
    }

    private Outcome Reset(VmodlCall call, ResetListViewRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        ListViewObject view = (ListViewObject)View(scope, call);
        view.Clear();
        return Changed(scope, view.Add(request.Obj ?? [], scope));
    }

    private Outcome ResetFromView(VmodlCall call, ResetListViewFromViewRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        if (scope.Find(request.View) is not ViewObject other)
        {
            return VimFaults.Failed(VimFaults.NotFound(request.View));
        }

        ListViewObject view = (ListViewObject)View(scope, call);
        IReadOnlyList<ManagedObjectReference> shown = other.Shown(scope);
        view.Clear();
        view.Add(shown, scope);
        scope.Mine!.Changed();
        return Outcome.Done;
    }

    // The pipeline has checked that the object is there and has the method.
    private static ViewObject View(VimScope scope, VmodlCall call) => (ViewObject)scope.Find(call.Target.Value)!;

    private static Outcome Changed(VimScope scope, IReadOnlyList<ManagedObjectReference> left)
    {
        scope.Mine!.Changed();
        return Outcome.Result(left);
    }
}
