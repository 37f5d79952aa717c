using System.Security.Cryptography;
using System.Text;

namespace VasaSim.Core.Lab;

/// <summary>Digits that look random and are always the same for the same text.</summary>
internal static class WorldBuilderHash
{
    public static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
