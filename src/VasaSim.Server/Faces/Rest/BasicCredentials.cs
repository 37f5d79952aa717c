using System.Text;
using Microsoft.Extensions.Primitives;

namespace VasaSim.Server.Faces.Rest;

/// <summary>What a caller proves who it is with, by HTTP's Basic scheme.</summary>
internal sealed record BasicCredentials(string User, string Password)
{
    private const string Scheme = "Basic ";

    /// <summary>Reads the header <c>Authorization</c>.</summary>
    /// <returns>Null when there is none, or it is of another scheme or cannot be read.</returns>
    public static BasicCredentials? Read(StringValues header)
    {
        if (header is not [{ } text] || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text[Scheme.Length..].Trim(), bytes, out int length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var user, var password]
            ? new BasicCredentials(user, password)
            : null;
    }
}
