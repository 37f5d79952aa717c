namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>Who is logged in, and where.</summary>
/// <param name="User">The name, such as <c>admin@orgA</c> or <c>root</c>.</param>
/// <param name="Roles">Of EVERYONE, ADMINISTRATORS, VRADMINISTRATORS.</param>
/// <param name="AuthenticatedSites">The sites that the session is good for.</param>
internal sealed record SessionDetails(string User, IReadOnlyList<string> Roles, IReadOnlyList<AuthenticatedSite> AuthenticatedSites);

/// <summary>A site, and the organization that the session has there.</summary>
internal sealed record AuthenticatedSite(string Site, string Org);
