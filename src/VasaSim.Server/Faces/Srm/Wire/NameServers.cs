using System.Text.Json.Serialization;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Wire;

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
