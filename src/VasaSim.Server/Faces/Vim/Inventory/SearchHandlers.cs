using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Server.Calls;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Inventory;

/// <summary>Methods of SearchIndex. What is not found is no fault but an unset result.</summary>
internal sealed class SearchHandlers(VimScopes scopes)
{
    public void Register(HandlerTable handlers) => handlers
        .On<FindByUuidRequest>(FindByUuid)
        .On<FindByInventoryPathRequest>(FindByInventoryPath)
        .On<FindChildRequest>(FindChild);

    private Outcome FindByUuid(VmodlCall call, FindByUuidRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        Site? site = null;
        if (request.Datacenter is { } datacenter)
        {
            if (scope.Find(datacenter) is not DatacenterObject found)
            {
                return VimFaults.Failed(VimFaults.NotFound(datacenter));
            }

            site = found.Places.Site;
        }

        // Of all UUIDs the world has only the machines' instance UUIDs: neither BIOS ones nor hosts'.
        return request.VmSearch && request.InstanceUuid is true
            ? Outcome.Result(scope.Inventory.FindMachine(request.Uuid, site)?.Reference)
            : Outcome.Result(null);
    }

    private Outcome FindByInventoryPath(VmodlCall call, FindByInventoryPathRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        EntityObject? at = scope.Inventory.Root;
        foreach (string name in request.InventoryPath.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at?.Children(scope.Inventory).FirstOrDefault(c => c.Name == name);
        }

        return Outcome.Result(at?.Reference);
    }

    private Outcome FindChild(VmodlCall call, FindChildRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        return scope.Find(request.Entity) is EntityObject entity
            ? Outcome.Result(entity.Children(scope.Inventory).FirstOrDefault(c => c.Name == request.Name)?.Reference)
            : VimFaults.Failed(VimFaults.NotFound(request.Entity));
    }
}
