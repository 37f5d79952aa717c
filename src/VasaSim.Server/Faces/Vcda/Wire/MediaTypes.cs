using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>The media types of the API: plain JSON, and JSON of a version.</summary>
internal static class MediaTypes
{
    /// <summary>What a caller gets who names no version.</summary>
    public const string Plain = "application/json;charset=UTF-8";

    private const string Prefix = "vnd.vmware.h4-v";

    /// <summary>The media type of a version.</summary>
    public static string Of(H4Version version) => $"application/{Prefix}{version}+json;charset=UTF-8";

    /// <summary>Chooses what to answer with.</summary>
    /// <param name="accept">The header's values; none and what cannot be read as media types ask for nothing.</param>
    /// <returns>The best that is served: a version, or none for plain JSON; null when nothing that is asked for is served.</returns>
    public static Negotiated? Choose(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept) || !MediaTypeHeaderValue.TryParseList(accept!, out IList<MediaTypeHeaderValue>? asked))
        {
            return new Negotiated(null);
        }

        return asked.Where(a => a.Quality is not 0).OrderByDescending(a => a.Quality ?? 1).Select(Serve).FirstOrDefault(s => s is not null);
    }

    private static Negotiated? Serve(MediaTypeHeaderValue asked)
    {
        if (asked.MatchesAllTypes || (asked.Type == "application" && (asked.MatchesAllSubTypes || asked.SubType == "json")))
        {
            return new Negotiated(null);
        }

        ReadOnlySpan<char> name = asked.SubTypeWithoutSuffix;
        return asked.Type == "application" && asked.Suffix == "json" && name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && H4Version.TryParse(name[Prefix.Length..], out H4Version version) && version.IsServed
            ? new Negotiated(version)
            : null;
    }
}

/// <summary>What a request is answered with.</summary>
/// <param name="Asked">The version asked for; null: plain JSON.</param>
internal sealed record Negotiated(H4Version? Asked)
{
    /// <summary>The version whose members are told.</summary>
    public H4Version Version => Asked ?? H4Version.Newest;

    /// <summary>The content type of a success.</summary>
    public string Success => Asked is { } version ? MediaTypes.Of(version) : MediaTypes.Plain;

    /// <summary>The content type of an error, which always names a version.</summary>
    public string Error => MediaTypes.Of(Version);
}
