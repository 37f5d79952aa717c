using System.Security.Cryptography;
using System.Text;

namespace VasaSim.Core;

/// <summary>
/// Ids that look random and follow from a text, which begins with the world's seed: the same world has the same ids.
/// </summary>
public static class DerivedId
{
    /// <summary>The text's hash: 64 hexadecimal digits in lower case.</summary>
    public static string Hex(string text) => Convert.ToHexStringLower(Hash(text));

    /// <summary>The first half of the text's hash as a GUID.</summary>
    public static Guid Guid(string text) => new(Hash(text).AsSpan(0, 16));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
