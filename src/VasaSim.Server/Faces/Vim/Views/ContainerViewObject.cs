using VasaSim.Server.Faces.Vim.Inventory;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Views;

/// <summary>A view of what is in a container of the inventory, now and later.</summary>
internal sealed class ContainerViewObject(
    ManagedObjectReference reference, ManagedObjectReference container, IReadOnlyList<string>? types, bool recursive)
    : ViewObject(reference)
{
    public override IReadOnlyList<ManagedObjectReference> Shown(VimScope scope)
    {
        if (scope.Find(container) is not EntityObject start)
        {
            return [];
        }

        IEnumerable<EntityObject> contents = start.Contents(scope.Inventory);
        if (recursive)
        {
            contents = contents.SelectMany(e => WithAllBelow(e, scope.Inventory));
        }

        // A host's machines are also below their folder, but a view shows each object once.
        return [.. contents.Where(Fits).Select(e => e.Reference).Distinct()];
    }

    public override object? Read(string property, VimScope scope) => property switch
    {
        "container" => container,
        "type" => types,
        "recursive" => recursive,
        _ => base.Read(property, scope),
    };

    private bool Fits(EntityObject entity) => types is not { Count: > 0 } || types.Any(entity.IsA);

    // The tree has a fixed depth: datacenter, folder, cluster, host.
    private static IEnumerable<EntityObject> WithAllBelow(EntityObject entity, InventoryTree inventory) =>
        entity.Children(inventory).SelectMany(e => WithAllBelow(e, inventory)).Prepend(entity);
}
