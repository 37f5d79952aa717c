using System.Globalization;
using System.Net;
using System.Net.Sockets;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>Whether rules for addresses can be. What an address looks like is not looked at, but for the subnets.</summary>
internal static class IPMappingSpecs
{
    /// <summary>The first thing that is wrong; null: nothing.</summary>
    public static string? Problem(IPMapping rules) =>
        Named(rules.Name, "name") ?? (rules.Rules ?? []).Select((r, i) => Problem(r, string.Create(CultureInfo.InvariantCulture, $"rules[{i}]"))).FirstOrDefault(p => p is not null);

    private static string? Problem(SubnetRule? rule, string path) => rule is null
        ? $"'{path}' is null; legal is an object."
        : Named(rule.Name, $"{path}.name")
            ?? Subnet(rule.LocalSubnet, $"{path}.local_subnet")
            ?? Subnet(rule.RemoteSubnet, $"{path}.remote_subnet")
            ?? (rule.RemoteIpSettings?.Dns is { Type: null } ? $"'{path}.remote_ip_settings.dns.type' is missing." : null);

    private static string? Named(string? name, string path) => string.IsNullOrEmpty(name) ? $"'{path}' is missing or empty; legal is a text." : null;

    // The address of the subnet itself, in the usual form: what the parser takes beyond that, other programs may read otherwise.
    private static string? Subnet(string? text, string path) =>
        IPNetwork.TryParse(text, out IPNetwork subnet) && subnet.BaseAddress.AddressFamily == AddressFamily.InterNetwork && subnet.ToString() == text
            ? null
            : $"'{path}' is not legal; legal is a subnet of version 4 such as 192.168.1.0/24.";
}
