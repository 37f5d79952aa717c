using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace VasaSim.Server.Faces.Rest;

/// <summary>
/// The query of a request. Parameters that the operation does not have are ignored, since clients send some; an empty
/// one is as good as none. The readers of values expect that <see cref="Problem"/> found none.
/// </summary>
internal sealed class RestQuery(IQueryCollection query)
{
    /// <summary>What is wrong with the parameters that an operation has; null: nothing.</summary>
    public string? Problem(IReadOnlyList<QueryParameter> parameters)
    {
        foreach (QueryParameter parameter in parameters)
        {
            if (Text(parameter.Name) is { } value && parameter.ProblemOf(value) is { } legal)
            {
                return $"The query parameter '{parameter.Name}' is '{value}'; legal is {legal}.";
            }
        }

        return null;
    }

    /// <summary>A text, or null.</summary>
    public string? Text(string name) => query.TryGetValue(name, out Microsoft.Extensions.Primitives.StringValues values) && values[0] is { Length: > 0 } value ? value : null;

    /// <summary>The texts of a parameter that is given once for each.</summary>
    public string[] All(string name) => query.TryGetValue(name, out Microsoft.Extensions.Primitives.StringValues values) ? [.. values.OfType<string>().Where(v => v.Length > 0)] : [];

    /// <summary>The query as text, with the question mark, in which some parameters have other values.</summary>
    public string With(params (string Name, string Value)[] others) => QueryString.Create(
    [
        .. query.Where(p => others.All(o => o.Name != p.Key)).SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v))),
        .. others.Select(o => KeyValuePair.Create(o.Name, (string?)o.Value)),
    ]).ToString();

    /// <summary>The texts of a list with commas; null when it is not there.</summary>
    public string[]? Texts(string name) => Text(name) is { } value ? QueryParameter.Split(value) : null;

    /// <summary>A whole number, or null.</summary>
    public long? Whole(string name) => Text(name) is { } value ? long.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>True or false, or null.</summary>
    public bool? Flag(string name) => Text(name) is { } value ? value == "true" : null;
}
