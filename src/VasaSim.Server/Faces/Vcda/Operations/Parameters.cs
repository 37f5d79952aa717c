using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Vcda.Operations;

/// <summary>Parameters that several operations have.</summary>
internal static class Parameters
{
    /// <summary>The site that is asked, instead of the one that answers.</summary>
    public static QueryParameter Site { get; } = new("site");

    /// <summary>How many to leave out before the page.</summary>
    public static QueryParameter Offset { get; } = new("offset", QueryKind.Whole);

    /// <summary>How many the page may have.</summary>
    public static QueryParameter Limit { get; } = new("limit", QueryKind.Whole);
}
