using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vim.Properties;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Collecting;

/// <summary>
/// A client's filter specification, checked and ready to use: which properties of which types, and the selections by
/// their names. Used only while the workspace runs a piece of work.
/// </summary>
/// <remarks>
/// A type that this simulator does not have selects nothing and is not looked into: clients ask for all kinds of
/// things (resource pools, networks) in one go, and a vCenter without any of them would not object either.
/// </remarks>
internal sealed class FilterSpec
{
    private readonly List<TypeProperties> _properties = [];
    private readonly Dictionary<string, TraversalSpec> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<ManagedObjectInfo, IReadOnlyList<PropertyPath>?> _paths = [];
    private readonly ApiVersion _version;

    private FilterSpec(PropertyFilterSpec spec, ApiVersion version) => (Spec, _version) = (spec, version);

    /// <summary>The specification as the client wrote it.</summary>
    public PropertyFilterSpec Spec { get; }

    public bool ReportsMissing => Spec.ReportMissingObjectsInResults ?? false;

    /// <summary>Checks a specification.</summary>
    /// <param name="spec">What the client sent.</param>
    /// <param name="argument">The argument's name, for faults.</param>
    /// <param name="version">The caller's version.</param>
    /// <param name="refusal">The fault, when the result is null.</param>
    public static FilterSpec? Check(PropertyFilterSpec spec, string argument, ApiVersion version, out Outcome refusal)
    {
        FilterSpec made = new(spec, version);
        if (made.Prepare(argument) is { } fault)
        {
            refusal = fault;
            return null;
        }

        refusal = default;
        return made;
    }

    /// <summary>The traversal that a selection stands for; null when it names none.</summary>
    public TraversalSpec? Resolve(SelectionSpec selection) =>
        selection as TraversalSpec ?? (selection.Name is { } name ? _named.GetValueOrDefault(name) : null);

    /// <summary>The properties to read of an object, each once; null when no property specification is for its type.</summary>
    public IReadOnlyList<PropertyPath>? PathsFor(VimObject target)
    {
        if (!_paths.TryGetValue(target.Type, out IReadOnlyList<PropertyPath>? paths))
        {
            _paths[target.Type] = paths = FindPaths(target.Type);
        }

        return paths;
    }

    private PropertyPath[]? FindPaths(ManagedObjectInfo type)
    {
        TypeProperties[] matching = [.. _properties.Where(p => type.IsA(p.Type))];
        IEnumerable<PropertyPath> all = matching.Any(p => p.All) ? PropertyPath.All(type, _version) : [];
        return matching.Length == 0 ? null : [.. all.Concat(matching.SelectMany(p => p.Paths)).DistinctBy(p => p.Text)];
    }

    private Outcome? Prepare(string argument)
    {
        foreach (PropertySpec properties in Spec.PropSet)
        {
            if (Contracts.Vim.FindManagedObject(properties.Type) is not { } type || type.Since > _version)
            {
                continue;
            }

            List<PropertyPath> paths = [];
            foreach (string text in properties.PathSet ?? [])
            {
                if (PropertyPath.Resolve(type, text, _version) is not { } path)
                {
                    return VimFaults.Failed(VimFaults.InvalidProperty(text));
                }

                paths.Add(path);
            }

            _properties.Add(new TypeProperties(type, properties.All ?? false, paths));
        }

        return PrepareSelections($"{argument}.objectSet.selectSet");
    }

    private Outcome? PrepareSelections(string argument)
    {
        SelectionSpec[] all = [.. Spec.ObjectSet.SelectMany(o => o.SelectSet ?? []).SelectMany(Flatten)];
        foreach (TraversalSpec traversal in all.OfType<TraversalSpec>())
        {
            if (Contracts.Vim.FindManagedObject(traversal.Type) is { } type && PropertyPath.Resolve(type, traversal.Path, _version) is null)
            {
                return VimFaults.Failed(VimFaults.InvalidProperty(traversal.Path));
            }

            // The same traversal may be below several start objects; it is then written, and named, several times.
            if (traversal.Name is { Length: > 0 } name)
            {
                _named.TryAdd(name, traversal);
            }
        }

        return all.All(s => Resolve(s) is not null) ? null : VmodlCall.Invalid($"{argument}.name");
    }

    // How deep selections may be nested, the reader of requests limits.
    private static IEnumerable<SelectionSpec> Flatten(SelectionSpec selection) => selection is TraversalSpec { SelectSet: { } inner }
        ? inner.SelectMany(Flatten).Prepend(selection)
        : [selection];

    private sealed record TypeProperties(ManagedObjectInfo Type, bool All, IReadOnlyList<PropertyPath> Paths);
}
