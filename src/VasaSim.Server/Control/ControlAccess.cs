using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace VasaSim.Server.Control;

/// <summary>
/// Who may ask the control port. With a token: whoever shows it (RFC 6750), wherever from. Without: callers on this
/// machine, but not what a web page makes a browser on it ask for. The port then listens on loopback only, but a page can
/// have its own name resolve to 127.0.0.1, or post across origins without asking; both show in the headers. Safe for threads.
/// </summary>
internal sealed class ControlAccess(string? token)
{
    private const string Scheme = "Bearer ";

    // Hashed, so that how long a comparison takes tells nothing, not even of the token's length.
    private readonly byte[]? _hash = token is null ? null : Hash(token);

    /// <summary>The refusal, or null for a caller who may ask.</summary>
    public Reply? Refuse(HttpContext http)
    {
        if (_hash is null)
        {
            return RefuseStranger(http.Request);
        }

        if (http.Request.Path.StartsWithSegments("/_sim/health", StringComparison.Ordinal) || ShowsToken(http.Request, _hash))
        {
            return null;
        }

        http.Response.Headers.WWWAuthenticate = "Bearer realm=\"vasasim\"";
        return Reply.Failed(StatusCodes.Status401Unauthorized, "The control port wants a token, and the one given is missing or wrong.");
    }

    private static bool ShowsToken(HttpRequest request, byte[] hash) =>
        request.Headers.Authorization is [{ } given]
        && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(given[Scheme.Length..].Trim()), hash);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static Reply? RefuseStranger(HttpRequest request)
    {
        if (request.Host.HasValue && !IsLoopback(request.Host.Host))
        {
            return Reply.Failed(
                StatusCodes.Status403Forbidden,
                $"The control port answers to localhost and loopback addresses only, not to the host '{request.Host.Host}'.");
        }

        string? origin = request.Headers.Origin;
        return origin is null || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && IsLoopback(uri.Host))
            ? null
            : Reply.Failed(StatusCodes.Status403Forbidden, $"The control port does not answer to pages of '{origin}'.");
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
