using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vim.Access;
using VasaSim.Server.Faces.Vim.Inventory;
using VasaSim.Server.Faces.Vim.Updates;
using VasaSim.Server.Faces.Vim.Views;
using VasaSim.Server.Sessions;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim;

/// <summary>All that one call sees: the inventory at this moment, and the objects of the caller's session.</summary>
/// <remarks>Lives as long as the work on the world that it was made for.</remarks>
internal sealed class VimScope(World world, VmodlCall call, SessionObjects? mine)
{
    public World World { get; } = world;

    public InventoryTree Inventory { get; } = new(world);

    /// <summary>The caller's session; null for an anonymous caller.</summary>
    public Session? Session { get; } = call.Session;

    /// <summary>What the caller's session has made; null for an anonymous caller.</summary>
    public SessionObjects? Mine { get; } = mine;

    public SessionStore Sessions { get; } = call.Workspace.Sessions;

    public ApiVersion Version { get; } = call.Version;

    /// <summary>The object with an id, or null. Objects of other sessions are not seen.</summary>
    public VimObject? Find(string id) => id switch
    {
        "ServiceInstance" => new ServiceInstanceObject(),
        "SessionManager" => new SessionManagerObject(),
        "propertyCollector" => Mine?.DefaultCollector ?? new CollectorObject(VimReferences.PropertyCollector),
        "ViewManager" => new ViewManagerObject(),
        "SearchIndex" => new SearchIndexObject(),
        _ => Mine?.Find(id) ?? Inventory.Find(id),
    };

    /// <summary>The object that a reference names, or null when there is none or it is not of that type.</summary>
    public VimObject? Find(ManagedObjectReference reference) =>
        Find(reference.Value) is { } found && found.IsA(reference.Type) ? found : null;
}
