using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Srm.Operations;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>Lists that are asked for by pages, filtered and sorted by any field of their items.</summary>
internal static class Listing
{
    private const long UsualLimit = 100;

    private static readonly Comparer<JsonValue?> _order = Comparer<JsonValue?>.Create(Compare);

    /// <summary>A page.</summary>
    /// <param name="call">Says which.</param>
    /// <param name="world">The world.</param>
    /// <param name="all">All there are, in their order.</param>
    /// <param name="type">What they are.</param>
    /// <param name="partsOfPeer">The JSONPaths, from the item on, of what only the paired site knows of one; null: nothing.</param>
    /// <param name="peerHasMore">Whether the paired site knows of others.</param>
    public static Outcome Answer<T>(SrmCall call, World world, IEnumerable<T> all, JsonTypeInfo<T> type, Func<T, IEnumerable<string>>? partsOfPeer = null, bool peerHasMore = false)
        where T : notnull => WithPage(call, all, type, page =>
    {
        IEnumerable<string> missing =
        [
            .. peerHasMore ? ["$.list"] : Array.Empty<string>(),
            .. partsOfPeer is null ? [] : page.List.SelectMany((item, i) => partsOfPeer(item).Select(p => $"$.list[{i}]{p}")),
        ];
        return Outcome.Result(page with { Meta = page.Meta with { Errors = call.Missing(world, missing) } });
    });

    /// <summary>Finds a page, for whoever answers with it or with something else.</summary>
    /// <param name="call">Says which.</param>
    /// <param name="all">All there are, in their order.</param>
    /// <param name="type">What they are.</param>
    /// <param name="answer">Answers.</param>
    public static Outcome WithPage<T>(SrmCall call, IEnumerable<T> all, JsonTypeInfo<T> type, Func<DrList<T>, Outcome> answer)
        where T : notnull
    {
        RestQuery query = call.Query;
        if (Field(query, Page.FilterProperty, type, out FieldPath? filtered) is { } badFilter)
        {
            return SrmCall.Wrong(badFilter);
        }

        if (Field(query, Page.SortBy, type, out FieldPath? sorted) is { } badSort)
        {
            return SrmCall.Wrong(badSort);
        }

        string[] wanted = query.All(Page.Filter.Name);
        if (wanted.Length > 0 && filtered is null)
        {
            return SrmCall.Wrong($"The query parameter '{Page.Filter.Name}' needs '{Page.FilterProperty.Name}'.");
        }

        T[] found = [.. wanted.Length == 0 ? all : all.Where(item => filtered!.ValuesOf(item).Any(value => IsWanted(value, wanted)))];
        if (sorted is not null)
        {
            bool down = query.Text(Page.OrderBy.Name)?.StartsWith("desc", StringComparison.Ordinal) == true;
            found = [.. down ? found.OrderByDescending(Key, _order) : found.OrderBy(Key, _order)];

            JsonValue? Key(T item) => sorted.ValuesOf(item).FirstOrDefault();
        }

        long offset = query.Whole(Page.Offset.Name) ?? 0;
        long limit = query.Whole(Page.Limit.Name) ?? UsualLimit;
        T[] page = [.. found.Skip((int)Math.Min(found.Length, offset)).Take((int)Math.Min(found.Length, limit))];
        return answer(new DrList<T>(page, new MetadataList([], found.Length, offset, limit, LinksOf(call, offset, limit, found.Length))));
    }

    /// <summary>All of a list on one page, as the answer to what has no pages.</summary>
    public static Outcome Whole<T>(SrmCall call, IReadOnlyList<T> all) => Outcome.Result(new DrList<T>(
        all, new MetadataList([], all.Count, 0, Math.Max(UsualLimit, all.Count), new MetaLinks(null, new HrefDrData(call.Url), null))));

    private static string? Field(RestQuery query, QueryParameter parameter, JsonTypeInfo type, out FieldPath? field)
    {
        field = null;
        if (query.Text(parameter.Name) is not { } text)
        {
            return null;
        }

        field = FieldPath.Find(type, text, out string legal);
        return field is null ? $"The query parameter '{parameter.Name}' is '{text}'; legal is {legal}." : null;
    }

    private static bool IsWanted(JsonValue value, string[] wanted)
    {
        string text = value.ToString();
        return Array.Exists(wanted, w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    private static MetaLinks LinksOf(SrmCall call, long offset, long limit, long total)
    {
        return new MetaLinks(
            limit > 0 && offset + limit < total && offset + limit > 0 ? At(offset + limit) : null,
            At(offset),
            offset > 0 && limit > 0 ? At(Math.Max(0, offset - limit)) : null);

        HrefDrData At(long from) => new(call.Url + call.Query.With(
            (Page.Limit.Name, limit.ToString(CultureInfo.InvariantCulture)), (Page.Offset.Name, from.ToString(CultureInfo.InvariantCulture))));
    }

    // What is null comes first.
    private static int Compare(JsonValue? a, JsonValue? b) =>
        a is null || b is null ? (a is null ? 0 : 1) - (b is null ? 0 : 1)
        : a.GetValueKind() == JsonValueKind.Number && b.GetValueKind() == JsonValueKind.Number ? a.GetValue<long>().CompareTo(b.GetValue<long>())
        : string.CompareOrdinal(a.ToString(), b.ToString());
}
