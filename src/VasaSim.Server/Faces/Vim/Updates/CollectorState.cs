using System.Collections.Immutable;

namespace VasaSim.Server.Faces.Vim.Updates;

/// <summary>What a client knows of a collector's filters: by filter and object. Immutable.</summary>
internal sealed record CollectorState(ImmutableDictionary<string, ImmutableDictionary<string, ObjectState>> Filters)
{
    /// <summary>A client that knows nothing.</summary>
    public static CollectorState Empty { get; } = new(ImmutableDictionary<string, ImmutableDictionary<string, ObjectState>>.Empty);

    public ImmutableDictionary<string, ObjectState> Of(FilterObject filter) =>
        Filters.GetValueOrDefault(filter.Reference.Value, ImmutableDictionary<string, ObjectState>.Empty);

    public CollectorState With(FilterObject filter, ImmutableDictionary<string, ObjectState> objects) =>
        new(Filters.SetItem(filter.Reference.Value, objects));
}
