using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Inventory;

/// <summary>An object of the inventory's tree.</summary>
internal abstract class EntityObject(ManagedObjectReference reference, string name, ManagedObjectReference? parent)
    : VimObject(reference)
{
    /// <summary>The name as the API gives it: what would be mistaken in a path is escaped.</summary>
    public string Name { get; } = name.Replace("%", "%25", StringComparison.Ordinal)
        .Replace("/", "%2f", StringComparison.Ordinal)
        .Replace("\\", "%5c", StringComparison.Ordinal);

    /// <summary>What is directly below it in the tree.</summary>
    public virtual IEnumerable<EntityObject> Children(InventoryTree inventory) => [];

    /// <summary>What a view of it shows directly; more than the children for a host, whose machines hang elsewhere in the tree.</summary>
    public virtual IEnumerable<EntityObject> Contents(InventoryTree inventory) => Children(inventory);

    public sealed override object? Read(string property, VimScope scope) => property switch
    {
        "name" => Name,
        "parent" => parent,
        "overallStatus" => ManagedEntityStatus.Green,
        _ => ReadOwn(property, scope.Inventory),
    };

    /// <summary>The value of a property that the object's own type declares.</summary>
    protected abstract object? ReadOwn(string property, InventoryTree inventory);

    protected static ManagedObjectReference[] References(IEnumerable<EntityObject> entities) => [.. entities.Select(e => e.Reference)];
}
