namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>By which rules machines get other addresses where a mapping of networks leads.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rules">The rules, each for a subnet.</param>
internal sealed record IPMapping(string? Name, IReadOnlyList<SubnetRule?>? Rules) : Resource;

/// <summary>Which addresses become which.</summary>
/// <param name="Name">Its name.</param>
/// <param name="RemoteSubnet">The subnet at the recovery site, as CIDR has it.</param>
/// <param name="LocalSubnet">The subnet at the protected site, as CIDR has it.</param>
/// <param name="RemoteIpSettings">What else a machine gets at the recovery site.</param>
internal sealed record SubnetRule(string? Name, string? RemoteSubnet, string? LocalSubnet, RemoteIpSetting? RemoteIpSettings);

/// <summary>What all machines of a subnet get at the recovery site.</summary>
internal sealed record RemoteIpSetting(SubnetRuleIpV4Setting? IpV4, DnsSetting? Dns, WinsSetting? Wins);

/// <summary>The gateways of a subnet.</summary>
internal sealed record SubnetRuleIpV4Setting(string? DefaultGateway, string? AlternateGateway);
