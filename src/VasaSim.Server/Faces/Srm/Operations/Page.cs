using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Operations;

/// <summary>The parameters of lists.</summary>
internal static class Page
{
    /// <summary>The field that is compared with <see cref="Filter"/>; nested ones with dots between.</summary>
    public static QueryParameter FilterProperty { get; } = new("filter_property");

    /// <summary>Texts, of which one has to be in the field; given once for each.</summary>
    public static QueryParameter Filter { get; } = new("filter");

    /// <summary>The field to sort by.</summary>
    public static QueryParameter SortBy { get; } = new("sort_by");

    /// <summary>Up or down.</summary>
    public static QueryParameter OrderBy { get; } = new("order_by", QueryKind.Word, "asc", "ascending", "desc", "descending");

    /// <summary>How many the page may have.</summary>
    public static QueryParameter Limit { get; } = new("limit", QueryKind.Whole);

    /// <summary>How many to leave out before the page.</summary>
    public static QueryParameter Offset { get; } = new("offset", QueryKind.Whole);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } = [FilterProperty, Filter, SortBy, OrderBy, Limit, Offset];
}
