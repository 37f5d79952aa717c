using Microsoft.AspNetCore.Http;

namespace VasaSim.Server.Faces.Soap;

/// <summary>
/// The cookie that carries a session, in the form clients depend on: the value in quotes (recipes cut it out between
/// them), a path, and <c>Secure</c> only where there is TLS (Go's cookie jar drops it otherwise).
/// </summary>
internal static class SessionCookie
{
    private const string Name = "vmware_soap_session";

    public static void Set(HttpResponse response, string sessionId, bool secure) =>
        response.Headers.SetCookie = $"{Name}=\"{sessionId}\"; Path=/; HttpOnly;{(secure ? " Secure;" : "")}";

    /// <summary>The session id of a request, or null. Survives an empty header, and attributes that clients echo.</summary>
    public static string? Get(HttpRequest request)
    {
        foreach (string? header in request.Headers.Cookie)
        {
            foreach (Range part in header.AsSpan().Split(';'))
            {
                ReadOnlySpan<char> cookie = header.AsSpan()[part].Trim();
                int equals = cookie.IndexOf('=');
                if (equals > 0 && cookie[..equals].SequenceEqual(Name))
                {
                    return cookie[(equals + 1)..].Trim().Trim('"').ToString();
                }
            }
        }

        return null;
    }
}
