using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Vcda.Requests;

/// <summary>Proves to another site who the session's user is there.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CredentialsExtension), "credentials")]
[JsonDerivedType(typeof(CookieExtension), "cookie")]
[JsonDerivedType(typeof(AccessTokenExtension), "vcdAccessToken")]
[JsonDerivedType(typeof(MultisiteExtension), "multisite")]
internal record ExtendRequest
{
    /// <summary>The other site.</summary>
    public string? Site { get; init; }
}

/// <summary>A user of the other cloud, as <c>user@org</c>.</summary>
internal sealed record CredentialsExtension : ExtendRequest
{
    /// <summary>The user.</summary>
    public string? VcdUsername { get; init; }

    /// <summary>The password.</summary>
    public string? VcdPassword { get; init; }
}

/// <summary>A session of the other cloud.</summary>
internal sealed record CookieExtension : ExtendRequest
{
    /// <summary>The session.</summary>
    public string? Cookie { get; init; }
}

/// <summary>A token of the other cloud.</summary>
internal sealed record AccessTokenExtension : ExtendRequest
{
    /// <summary>The token.</summary>
    public string? VcdAccessToken { get; init; }
}

/// <summary>An organization of the other cloud that is associated with the session's own.</summary>
internal sealed record MultisiteExtension : ExtendRequest
{
    /// <summary>The organization.</summary>
    public string? Org { get; init; }
}
