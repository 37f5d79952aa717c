using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using VasaSim.Core.Cloud.Model;
using VasaSim.Server.Faces.Vcda.Requests;
using VasaSim.Server.Sessions;

namespace VasaSim.Server.Faces.Vcda.Access;

/// <summary>
/// Who may log in at a cloud site: the users of the simulated vCenter, the appliance's <c>root</c>, and of Cloud Director
/// <c>administrator@System</c> and an <c>admin</c> for each organization. All have one password. There is no Cloud
/// Director and no single sign-on that could check a cookie, a token or an assertion: they say whose they are, and are
/// believed.
/// </summary>
internal static class VcdaUsers
{
    /// <summary>The organization of providers.</summary>
    public const string System = "System";

    private const string Administrator = "administrator@sim.local";

    /// <summary>Who logs in.</summary>
    /// <returns>The user, or null when nobody is named or the password is wrong.</returns>
    public static Caller? Login(LoginRequest request, CloudSite site, UserDirectory users) => request switch
    {
        LocalUserLogin { LocalUser: "root", LocalPassword: { } password } =>
            users.Find(Administrator, password) is { } admin ? new Caller(admin with { Name = "root", FullName = "root" }, System) : null,
        SsoCredentialsLogin { Username: { } name, Password: { } password } => users.Find(name, password) is { } user ? new Caller(user, System) : null,
        SsoTokenLogin { SamlToken: { } token } => SubjectOf(token) is { } name && OfName(users, name) is { } user ? new Caller(user, System) : null,
        VcdCredentialsLogin { VcdUser: { } name, VcdPassword: { } password } => WithPassword(name, password, site, users),
        VcdCookieLogin { VcdCookie: { } cookie } => OfCloud(cookie, site, users),
        VcdAccessTokenLogin { VcdAccessToken: { } token } login => ClaimOf(token) is { } name ? OfCloud(InOrg(name, login.Context), site, users) : null,
        _ => null,
    };

    /// <summary>Who a session's user is at another site.</summary>
    /// <returns>The organization there, or null when nobody is named or the password is wrong.</returns>
    public static string? Extend(ExtendRequest request, CloudSite site, UserDirectory users) => (request switch
    {
        CredentialsExtension { VcdUsername: { } name, VcdPassword: { } password } => WithPassword(name, password, site, users),
        CookieExtension { Cookie: { } cookie } => OfCloud(cookie, site, users),
        AccessTokenExtension { VcdAccessToken: { } token } => ClaimOf(token) is { } name ? OfCloud(name, site, users) : null,
        MultisiteExtension { Org: { } org } => OfCloud(org == System ? $"administrator@{org}" : $"admin@{org}", site, users),
        _ => null,
    })?.Org;

    private static Caller? WithPassword(string name, string password, CloudSite site, UserDirectory users) =>
        users.Find(Administrator, password) is null ? null : OfCloud(name, site, users);

    // Names are compared without case, as vCenter's are; organizations are not.
    private static Caller? OfCloud(string name, CloudSite site, UserDirectory users)
    {
        int at = name.LastIndexOf('@');
        (string user, string org) = at < 0 ? (name, "") : (name[..at], name[(at + 1)..]);
        if (user.Equals("administrator", StringComparison.OrdinalIgnoreCase) && org == System)
        {
            return new Caller(OfName(users, Administrator)! with { Name = $"administrator@{System}" }, System);
        }

        return user.Equals("admin", StringComparison.OrdinalIgnoreCase) && site.Orgs.Contains(org)
            ? new Caller(new User($"admin@{org}", $"Administrator of {org}", "", FrozenSet<string>.Empty), org)
            : null;
    }

    private static User? OfName(UserDirectory users, string name) =>
        users.Users.FirstOrDefault(u => u.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string InOrg(string name, string? org) => org is null || name.Contains('@', StringComparison.Ordinal) ? name : $"{name}@{org}";

    // An assertion comes as XML, or as XML in base64.
    private static string? SubjectOf(string token)
    {
        try
        {
            string xml = token.TrimStart().StartsWith('<') ? token : Encoding.UTF8.GetString(Convert.FromBase64String(token));
            using XmlReader reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XDocument.Load(reader).Descendants().FirstOrDefault(e => e.Name.LocalName == "NameID")?.Value.Trim();
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            return null;
        }
    }

    // The payload of a JSON Web Token names its user; nobody here could check the signature.
    private static string? ClaimOf(string token)
    {
        try
        {
            if (token.Split('.') is not [_, var payload, ..])
            {
                return null;
            }

            using JsonDocument claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return claims.RootElement.ValueKind == JsonValueKind.Object ? Claim(claims.RootElement, "preferred_username") ?? Claim(claims.RootElement, "sub") : null;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }

    private static string? Claim(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Who calls.</summary>
/// <param name="User">The user.</param>
/// <param name="Org">The organization.</param>
internal sealed record Caller(User User, string Org);
