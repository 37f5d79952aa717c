using System.Text.Json.Serialization;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>The addresses of an adapter of a machine.</summary>
/// <param name="DeviceId">The key of the adapter.</param>
/// <param name="PrimaryIpSettings">Those it gets when it comes back.</param>
/// <param name="SecondaryIpSettings">Those it gets when it is recovered.</param>
internal sealed record NicSettings(int? DeviceId, IpSettings? PrimaryIpSettings, IpSettings? SecondaryIpSettings);

/// <summary>The addresses of an adapter at a site.</summary>
internal sealed record IpSettings(GeneralIpV4Setting? IpV4, GeneralIpV6Setting? IpV6, DnsSetting? Dns, WinsSetting? Wins);

/// <summary>An address of version 4.</summary>
internal sealed record GeneralIpV4Setting(string? IpAddress, AddressType? Type, string? DefaultGateway, string? AlternateGateway, string? SubnetMask);

/// <summary>An address of version 6.</summary>
internal sealed record GeneralIpV6Setting(string? IpAddress, AddressType? Type, string? DefaultGateway, string? AlternateGateway, int? SubnetPrefixLength);

/// <summary>Who resolves names.</summary>
internal sealed record DnsSetting(AddressType? Type, string? PreferredServer, string? AlternateServer, IReadOnlyList<string?>? Suffixes);

/// <summary>Who resolves names of Windows.</summary>
internal sealed record WinsSetting(string? PrimaryServer, string? AlternateServer);

/// <summary>Who says an address.</summary>
[JsonConverter(typeof(UpperWordConverter<AddressType>))]
internal enum AddressType
{
    Dhcp,
    Static,
}
