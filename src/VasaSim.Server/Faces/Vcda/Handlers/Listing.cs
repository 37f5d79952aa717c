using VasaSim.Core;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>
/// A list that is asked for by pages, with its filters and the fields that it can be sorted by. Only what is on the page
/// is described; without filters and sorting nothing else is looked at.
/// </summary>
internal sealed class Listing<T>(IReadOnlyList<Filter<T>> filters, params (string Field, Func<T, World, IComparable?> Key)[] fields)
{
    private const int Most = 100;
    private const string Sort = "sort";

    /// <summary>The parameters of the query.</summary>
    public IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        Operations.Parameters.Site,
        .. filters.Select(f => f.Parameter),
        Operations.Parameters.Limit,
        Operations.Parameters.Offset,
        .. fields.Length == 0 ? Array.Empty<QueryParameter>() : [new QueryParameter(Sort, QueryKind.Sort, [.. fields.Select(f => f.Field)])],
    ];

    /// <summary>A page.</summary>
    /// <param name="call">Says which.</param>
    /// <param name="world">The world.</param>
    /// <param name="all">All there are, in their order.</param>
    /// <param name="isVisible">Which of them the caller may see; null: all.</param>
    /// <param name="describe">Describes one.</param>
    public QueryResult<TItem> Page<TItem>(
        VcdaCall call, World world, IReadOnlyList<T> all, Func<T, bool>? isVisible, Func<T, TItem> describe)
    {
        Func<T, bool>[] conditions =
        [
            .. filters.Where(f => call.Query.Text(f.Parameter.Name) is not null).Select(f => f.Of(call.Query, world)),
        ];
        IReadOnlyList<T> found = isVisible is null && conditions.Length == 0
            ? all
            : [.. all.Where(Fits)];
        if (call.Query.Texts(Sort) is { Length: > 0 } order && fields.Length > 0)
        {
            found = Sorted(found, world, order);
        }

        int offset = (int)Math.Min(found.Count, call.Query.Whole(Operations.Parameters.Offset.Name) ?? 0);
        int limit = (int)Math.Min(Most, call.Query.Whole(Operations.Parameters.Limit.Name) ?? Most);
        int end = Math.Min(found.Count, offset + limit);
        List<TItem> items = new(end - offset);
        for (int i = offset; i < end; i++)
        {
            items.Add(describe(found[i]));
        }

        return new QueryResult<TItem>(items, found.Count, offset, limit);

        bool Fits(T item)
        {
            if (isVisible?.Invoke(item) == false)
            {
                return false;
            }

            foreach (Func<T, bool> condition in conditions)
            {
                if (!condition(item))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private IReadOnlyList<T> Sorted(IReadOnlyList<T> items, World world, string[] order)
    {
        IOrderedEnumerable<T> sorted = items.OrderBy(static _ => 0);
        foreach (string part in order)
        {
            bool down = part.EndsWith('-');
            Func<T, World, IComparable?> key = fields.First(f => f.Field == part.TrimEnd('-')).Key;
            sorted = down ? sorted.ThenByDescending(Key, _order) : sorted.ThenBy(Key, _order);

            IComparable? Key(T item) => key(item, world);
        }

        return [.. sorted];
    }

    private static readonly Comparer<IComparable?> _order = Comparer<IComparable?>.Create(static (a, b) =>
        a is string x && b is string y ? string.CompareOrdinal(x, y)
        : a is null ? (b is null ? 0 : -1)
        : b is null ? 1
        : a.CompareTo(b));
}
