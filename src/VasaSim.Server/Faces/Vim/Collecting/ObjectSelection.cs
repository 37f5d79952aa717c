using VasaSim.Server.Faces.Vim.Properties;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Collecting;

/// <summary>
/// The objects that a filter selects at this moment, in the order in which they are found, each once. Every object is
/// visited at most once with each list of selections, so selections that lead in circles come to an end.
/// </summary>
internal sealed class ObjectSelection
{
    private readonly FilterSpec _filter;
    private readonly VimScope _scope;
    private readonly Dictionary<string, VimObject> _selected = new(StringComparer.Ordinal);
    private readonly HashSet<(string Id, IReadOnlyList<SelectionSpec> Selections)> _visited = [];
    private readonly Stack<(VimObject Object, IReadOnlyList<SelectionSpec> Selections)> _open = new();

    private ObjectSelection(FilterSpec filter, VimScope scope) => (_filter, _scope) = (filter, scope);

    /// <summary>The objects, in the order in which they were found.</summary>
    public IEnumerable<VimObject> Objects => _selected.Values;

    /// <summary>The objects to start from that are not there.</summary>
    public List<ManagedObjectReference> Missing { get; } = [];

    public static ObjectSelection Of(FilterSpec filter, VimScope scope)
    {
        ObjectSelection selection = new(filter, scope);
        foreach (ObjectSpec start in filter.Spec.ObjectSet)
        {
            if (scope.Find(start.Obj) is { } found)
            {
                selection.Select(found, start.Skip);
                selection.GoOn(found, start.SelectSet);
                selection.Walk();
            }
            else
            {
                selection.Missing.Add(start.Obj);
            }
        }

        return selection;
    }

    private void Walk()
    {
        List<(VimObject Target, TraversalSpec Step)> next = [];
        while (_open.TryPop(out (VimObject Object, IReadOnlyList<SelectionSpec> Selections) at))
        {
            next.Clear();
            foreach (TraversalSpec step in at.Selections.Select(_filter.Resolve).OfType<TraversalSpec>().Where(s => at.Object.IsA(s.Type)))
            {
                next.AddRange(Follow(at.Object, step.Path).Select(target => (target, step)));
            }

            foreach ((VimObject target, TraversalSpec step) in next)
            {
                Select(target, step.Skip);
            }

            // The last one pushed is the first one visited.
            next.Reverse();
            foreach ((VimObject target, TraversalSpec step) in next)
            {
                GoOn(target, step.SelectSet);
            }
        }
    }

    private void Select(VimObject target, bool? skip)
    {
        if (skip is not true)
        {
            _selected.TryAdd(target.Reference.Value, target);
        }
    }

    private void GoOn(VimObject target, IReadOnlyList<SelectionSpec>? selections)
    {
        if (selections is { Count: > 0 } && _visited.Add((target.Reference.Value, selections)))
        {
            _open.Push((target, selections));
        }
    }

    // What the caller may not read leads nowhere.
    private IEnumerable<VimObject> Follow(VimObject from, string text)
    {
        if (PropertyPath.Resolve(from.Type, text, _scope.Version) is not { } path
            || VimFaults.RefusalToRead(from, path.Privilege, _scope.Session) is not null)
        {
            return [];
        }

        IEnumerable<object> values = path.Read(from, _scope) switch
        {
            VmodlArray array => array.Items,
            { } one => [one],
            null => [],
        };
        return values.OfType<ManagedObjectReference>().Select(_scope.Find).OfType<VimObject>();
    }
}
