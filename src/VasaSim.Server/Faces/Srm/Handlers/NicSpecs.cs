using System.Globalization;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>Whether the addresses of a machine's adapters can be. What an address looks like is not looked at.</summary>
internal static class NicSpecs
{
    private const int LongestPrefix = 128;

    /// <summary>The first thing that is wrong; null: nothing.</summary>
    public static string? Problem(IReadOnlyList<NicSettings?>? adapters) => (adapters ?? []).SelectMany((nic, i) =>
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"nic_settings[{i}]");
        return Problems(nic?.PrimaryIpSettings, $"{path}.primary_ip_settings").Concat(Problems(nic?.SecondaryIpSettings, $"{path}.secondary_ip_settings"));
    }).FirstOrDefault();

    private static IEnumerable<string> Problems(IpSettings? settings, string path)
    {
        if (settings?.IpV4 is { } v4)
        {
            foreach (string member in Missing(("ip_address", v4.IpAddress), ("type", v4.Type), ("subnet_mask", v4.SubnetMask)))
            {
                yield return $"'{path}.ip_v4.{member}' is missing.";
            }
        }

        if (settings?.IpV6 is { Type: null })
        {
            yield return $"'{path}.ip_v6.type' is missing.";
        }

        if (settings?.IpV6?.SubnetPrefixLength is < 0 or > LongestPrefix)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"'{path}.ip_v6.subnet_prefix_length' is not legal; legal is a whole number from 0 to {LongestPrefix}.");
        }

        if (settings?.Dns is { Type: null })
        {
            yield return $"'{path}.dns.type' is missing.";
        }
    }

    private static IEnumerable<string> Missing(params (string Name, object? Value)[] members) => members.Where(m => m.Value is null).Select(m => m.Name);
}
