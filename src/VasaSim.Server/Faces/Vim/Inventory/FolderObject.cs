using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Inventory;

/// <summary>A folder.</summary>
internal sealed class FolderObject(
    ManagedObjectReference reference,
    string name,
    ManagedObjectReference? parent,
    IReadOnlyList<string> childTypes,
    Func<InventoryTree, IEnumerable<EntityObject>> children)
    : EntityObject(reference, name, parent)
{
    public override IEnumerable<EntityObject> Children(InventoryTree inventory) => children(inventory);

    protected override object? ReadOwn(string property, InventoryTree inventory) => property switch
    {
        "childType" => childTypes,
        "childEntity" => References(children(inventory)),
        "namespace" => null,
        _ => throw Unknown(property),
    };
}
