using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VasaSim.Faults.Decisions;

/// <summary>Chance that is none: a number that follows from what it is drawn for.</summary>
internal static class Draw
{
    /// <summary>A number from 0 up to, but not including, 1.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="rule">The rule's id.</param>
    /// <param name="what">What it is drawn for, so that two draws of one decision do not depend on each other.</param>
    /// <param name="key">The values of the key.</param>
    /// <param name="nth">The number of the call for that key.</param>
    public static double Of(long seed, string rule, string what, string key, long nth)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{rule}\n{what}\n{key}\n{nth}"));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }
}
