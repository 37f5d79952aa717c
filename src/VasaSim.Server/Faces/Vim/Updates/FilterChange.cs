using VasaSim.Server.Faces.Vim.Collecting;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Updates;

/// <summary>One change that a client does not know of yet: of an object, or that an object to start from is missing.</summary>
/// <param name="Id">The object's id.</param>
/// <param name="Update">The change; null when the object is missing.</param>
/// <param name="Missing">The missing object; null when it is a change.</param>
/// <param name="After">What the client knows afterwards; null when the object has left.</param>
internal sealed record FilterChange(string Id, ObjectUpdate? Update, MissingObject? Missing, ObjectState? After)
{
    /// <summary>All changes between what a client knows and what is there now.</summary>
    public static IEnumerable<FilterChange> Between(
        IReadOnlyDictionary<string, ObjectState> known, FilterSpec filter, ObjectSelection selection, VimScope scope)
    {
        HashSet<string> present = new(StringComparer.Ordinal);
        foreach (ObjectReading reading in ObjectReader.Read(filter, selection, scope))
        {
            string id = reading.Object.Reference.Value;
            present.Add(id);
            ObjectState now = ObjectState.Of(reading, scope);
            ObjectState? before = known.GetValueOrDefault(id);
            if (Compare(reading, before?.Marks, now.Marks!) is { } update)
            {
                yield return new FilterChange(id, update, null, now);
            }
        }

        foreach (ManagedObjectReference missing in filter.ReportsMissing ? selection.Missing : [])
        {
            if (present.Add(missing.Value) && known.GetValueOrDefault(missing.Value) is not { Marks: null })
            {
                MissingObject told = new() { Obj = missing, Fault = VimFaults.NotFound(missing) };
                yield return new FilterChange(missing.Value, null, told, new ObjectState(missing, null));
            }
        }

        foreach ((string id, ObjectState gone) in known.Where(k => !present.Contains(k.Key)).OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            ObjectUpdate? left = gone.Marks is null ? null : new ObjectUpdate { Kind = ObjectUpdateKind.Leave, Obj = gone.Object };
            if (left is not null)
            {
                yield return new FilterChange(id, left, null, null);
            }
        }
    }

    private static ObjectUpdate? Compare(
        ObjectReading reading, IReadOnlyDictionary<string, object?>? before, IReadOnlyDictionary<string, object?> now)
    {
        if (before is null)
        {
            return Describe(ObjectUpdateKind.Enter, reading, reading.Properties.Where(p => p.Value is not null), reading.Refusals());
        }

        PropertyReading[] changed = [.. reading.Properties.Where(p =>
            p.Refusal is null && !Equals(before.GetValueOrDefault(p.Path.Text), now[p.Path.Text]))];
        return changed.Length == 0 ? null : Describe(ObjectUpdateKind.Modify, reading, changed, null);
    }

    // The whole value is told even to clients that would take a part of it; they have to understand both.
    private static ObjectUpdate Describe(
        ObjectUpdateKind kind, ObjectReading reading, IEnumerable<PropertyReading> properties, IReadOnlyList<MissingProperty>? refusals) => new()
        {
            Kind = kind,
            Obj = reading.Object.Reference,
            ChangeSet = [.. properties.Select(p => new PropertyChange { Name = p.Path.Text, Op = PropertyChangeOp.Assign, Val = p.Value })],
            MissingSet = refusals,
        };
}
