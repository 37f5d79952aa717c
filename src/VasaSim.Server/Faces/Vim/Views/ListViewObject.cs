using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Views;

/// <summary>A view of objects that the client has named.</summary>
internal sealed class ListViewObject(ManagedObjectReference reference) : ViewObject(reference)
{
    private readonly OrderedDictionary<ManagedObjectReference, bool> _objects = [];

    /// <summary>The named objects that are still there.</summary>
    public override IReadOnlyList<ManagedObjectReference> Shown(VimScope scope) => [.. _objects.Keys.Where(o => scope.Find(o) is not null)];

    /// <summary>Adds objects; gives back those that are not there.</summary>
    public IReadOnlyList<ManagedObjectReference> Add(IEnumerable<ManagedObjectReference> objects, VimScope scope)
    {
        List<ManagedObjectReference> missing = [];
        foreach (ManagedObjectReference reference in objects)
        {
            if (scope.Find(reference) is null)
            {
                missing.Add(reference);
            }
            else
            {
                _objects.TryAdd(reference, true);
            }
        }

        return missing;
    }

    /// <summary>Removes objects; gives back those that were not in the view.</summary>
    public IReadOnlyList<ManagedObjectReference> Remove(IEnumerable<ManagedObjectReference> objects) =>
        [.. objects.Where(o => !_objects.Remove(o))];

    /// <summary>Removes all objects.</summary>
    public void Clear() => _objects.Clear();
}
