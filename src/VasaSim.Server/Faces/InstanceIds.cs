using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VasaSim.Core;

namespace VasaSim.Server.Faces;

/// <summary>Ids of the simulated services, which follow from the seed.</summary>
internal static class InstanceIds
{
    /// <summary>The instance UUID of a service.</summary>
    public static string Of(World world, string service)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{world.Info.Seed}|instance|{service}")));
        return new Guid(hash.AsSpan(0, 16)).ToString();
    }
}
