using System.Net;
using Microsoft.AspNetCore.Http;

namespace VasaSim.Server.Control;

/// <summary>
/// Refuses what a web page makes a browser on this machine ask for. The port listens on loopback only, but a page can
/// have its own name resolve to 127.0.0.1, or post across origins without asking; both show in the headers.
/// </summary>
internal static class LocalCallersOnly
{
    /// <summary>The refusal, or null for a caller from here.</summary>
    public static Reply? Refuse(HttpRequest request)
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
