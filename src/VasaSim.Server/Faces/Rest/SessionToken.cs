namespace VasaSim.Server.Faces.Rest;

/// <summary>The token that clients show: the 20 bytes of the session's id in base64.</summary>
internal static class SessionToken
{
    /// <summary>The token of a session id.</summary>
    public static string Of(string sessionId) => Convert.ToBase64String(Convert.FromHexString(sessionId));

    /// <summary>The session id of a token; null when it is none.</summary>
    public static string? IdOf(string? token)
    {
        Span<byte> bytes = stackalloc byte[20];
        return token is not null && Convert.TryFromBase64String(token, bytes, out int length) && length == bytes.Length
            ? Convert.ToHexStringLower(bytes)
            : null;
    }
}
