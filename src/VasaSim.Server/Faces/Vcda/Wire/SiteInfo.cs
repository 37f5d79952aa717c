namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>A cloud site.</summary>
internal sealed record SiteInfo
{
    /// <summary>Its name.</summary>
    public required string Site { get; init; }

    /// <summary>Description for people.</summary>
    public required string Description { get; init; }

    /// <summary>Where its API is for other sites.</summary>
    public required string ApiUrl { get; init; }

    /// <summary>Where its API is for clients.</summary>
    public required string ApiPublicUrl { get; init; }

    /// <summary>The SHA-256 thumbprint of its certificate.</summary>
    public required string ApiThumbprint { get; init; }

    /// <summary>Whether it is the site that answers; exactly one is.</summary>
    public required bool IsLocal { get; init; }

    /// <summary>Whether the two sites reach each other; null for the local one.</summary>
    public required SiteState? State { get; init; }

    /// <summary>The newest version of the API.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The version of the product.</summary>
    public required string BuildVersion { get; init; }
}

/// <summary>Whether two sites reach each other.</summary>
/// <param name="IncomingCommError">What is wrong with calls from there; null: nothing.</param>
/// <param name="OutgoingCommError">What is wrong with calls to there; null: nothing.</param>
internal sealed record SiteState(ApiError? IncomingCommError, ApiError? OutgoingCommError);

/// <summary>An on-premises site.</summary>
internal sealed record VcSiteInfo(string Site, string Description, string Owner, SiteState State);

/// <summary>The vCenter of an on-premises site.</summary>
internal sealed record VcenterInfo(string VcId, string Name, string Url);
