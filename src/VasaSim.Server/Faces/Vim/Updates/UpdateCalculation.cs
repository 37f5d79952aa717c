using System.Collections.Immutable;
using VasaSim.Server.Faces.Vim.Collecting;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Updates;

/// <summary>Finds out what a client of a collector does not know yet.</summary>
internal static class UpdateCalculation
{
    /// <summary>The changes since a version; null when there are none.</summary>
    /// <param name="collector">The collector.</param>
    /// <param name="version">What the client knows; a version that the collector still knows.</param>
    /// <param name="limit">The most changes to tell at once; null: all.</param>
    /// <param name="scope">What the client sees.</param>
    public static UpdateSet? Since(CollectorObject collector, string? version, int? limit, VimScope scope)
    {
        CollectorState known = collector.ToldUpTo(version)!;
        CollectorState told = CollectorState.Empty;
        List<PropertyFilterUpdate> updates = [];
        int left = limit ?? int.MaxValue;
        bool truncated = false;
        foreach (FilterObject filter in collector.Filters)
        {
            ImmutableDictionary<string, ObjectState> objects = known.Of(filter);
            List<FilterChange> changes = [];
            if (!truncated)
            {
                changes.AddRange(Changes(filter, objects, scope).Take(left == int.MaxValue ? left : left + 1));
                truncated = changes.Count > left;
                changes = truncated ? changes[..left] : changes;
                left -= changes.Count;
            }

            told = told.With(filter, Apply(objects, changes));
            if (changes.Count > 0)
            {
                updates.Add(Describe(filter, changes));
            }
        }

        // The first answer tells where to begin, even when the filters select nothing: a client must not wait for it.
        bool isFirst = string.IsNullOrEmpty(version) && collector.Filters.Count > 0;
        return updates.Count == 0 && !isFirst
            ? null
            : new UpdateSet { Version = collector.Tell(told), FilterSet = updates, Truncated = truncated ? true : null };
    }

    private static IEnumerable<FilterChange> Changes(FilterObject filter, ImmutableDictionary<string, ObjectState> known, VimScope scope) =>
        FilterChange.Between(known, filter.Spec, ObjectSelection.Of(filter.Spec, scope), scope);

    private static ImmutableDictionary<string, ObjectState> Apply(ImmutableDictionary<string, ObjectState> objects, List<FilterChange> changes)
    {
        ImmutableDictionary<string, ObjectState>.Builder after = objects.ToBuilder();
        foreach (FilterChange change in changes)
        {
            if (change.After is { } state)
            {
                after[change.Id] = state;
            }
            else
            {
                after.Remove(change.Id);
            }
        }

        return after.ToImmutable();
    }

    private static PropertyFilterUpdate Describe(FilterObject filter, List<FilterChange> changes) => new()
    {
        Filter = filter.Reference,
        ObjectSet = [.. changes.Select(c => c.Update).OfType<ObjectUpdate>()],
        MissingSet = [.. changes.Select(c => c.Missing).OfType<MissingObject>()],
    };
}
