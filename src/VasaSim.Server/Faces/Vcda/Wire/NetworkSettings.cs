using System.Text.Json;
using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>The network settings that failover and test were last called with.</summary>
internal sealed record NetworkSettings(RecoveryNetworkSettings FailoverSettings, RecoveryNetworkSettings FailoverTestSettings);

/// <summary>Network settings as they were given; null when none were.</summary>
internal sealed record RecoveryNetworkSettings(
    [property: JsonPropertyName("vAppNetworkSettings")] JsonElement? VappNetworkSettings, JsonElement? VmNetworkSettings);
