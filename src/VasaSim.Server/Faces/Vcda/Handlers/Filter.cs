using VasaSim.Core;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Vcda.Operations;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>A filter of a list: its parameter, and what fits a value of it.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Of">Makes of the query's value what says whether one fits; the parameter is there when it is asked.</param>
internal sealed record Filter<T>(QueryParameter Parameter, Func<RestQuery, World, Func<T, bool>> Of)
{
    /// <summary>Fits when a text is the same.</summary>
    public static Filter<T> Same(string name, Func<T, World, string?> text) =>
        new(new QueryParameter(name), (query, world) => { string wanted = query.Text(name)!; return item => text(item, world) == wanted; });

    /// <summary>Fits when a text has the value in it, in whatever case.</summary>
    public static Filter<T> Contains(string name, Func<T, string> text) =>
        new(new QueryParameter(name), (query, _) => { string wanted = query.Text(name)!; return item => text(item).Contains(wanted, StringComparison.OrdinalIgnoreCase); });

    /// <summary>Fits when a text is one of those in a list.</summary>
    public static Filter<T> OneOf(string name, Func<T, string?> text, params IReadOnlyList<string> words) =>
        new(new QueryParameter(name, words.Count > 0 ? QueryKind.Words : QueryKind.Texts, words), (query, _) =>
        {
            HashSet<string?> wanted = [.. query.Texts(name)!];
            return item => wanted.Contains(text(item));
        });

    /// <summary>Fits when a word is the same.</summary>
    public static Filter<T> Word(string name, Func<T, World, string?> word, params IReadOnlyList<string> words) =>
        Same(name, word) with { Parameter = new QueryParameter(name, QueryKind.Word, words) };

    /// <summary>Fits when something is as true.</summary>
    public static Filter<T> Flag(string name, Func<T, bool> flag) =>
        new(new QueryParameter(name, QueryKind.Flag), (query, _) => { bool? wanted = query.Flag(name); return item => flag(item) == wanted; });

    /// <summary>Fits when a time is later.</summary>
    public static Filter<T> After(string name, Func<T, DateTimeOffset?> time) => Time(name, time, static (t, limit) => t > limit);

    /// <summary>Fits when a time is earlier.</summary>
    public static Filter<T> Before(string name, Func<T, DateTimeOffset?> time) => Time(name, time, static (t, limit) => t < limit);

    /// <summary>Fits when a time is not later.</summary>
    public static Filter<T> NotAfter(string name, Func<T, DateTimeOffset?> time) => Time(name, time, static (t, limit) => t <= limit);

    /// <summary>The same for administrators only.</summary>
    public Filter<T> ForAdmins() => this with { Parameter = Parameter with { AdminsOnly = true } };

    private static Filter<T> Time(string name, Func<T, DateTimeOffset?> time, Func<DateTimeOffset, DateTimeOffset, bool> fits) =>
        new(new QueryParameter(name, QueryKind.Time), (query, _) =>
        {
            DateTimeOffset limit = Translation.WireTime.FromWire(query.Whole(name)!.Value);
            return item => time(item) is { } known && fits(known, limit);
        });
}
