using System.Text.Json;
using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Vcda.Requests;

/// <summary>To recover: failover, test or migration. What is not used here is kept, for whoever asks for the settings later.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(VcloudRecoverRequest), "vcloud")]
[JsonDerivedType(typeof(VcenterRecoverRequest), "vcenter")]
internal record RecoverRequest
{
    /// <summary>Whether what is recovered is powered on.</summary>
    public bool? PowerOn { get; init; }

    /// <summary>Whether instances are merged away.</summary>
    public bool? Consolidate { get; init; }

    /// <summary>The instance to use; null: the latest.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The instances to use, by replication.</summary>
    public IReadOnlyDictionary<string, string?>? InstanceMap { get; init; }

    /// <summary>Whether to sync before a test.</summary>
    public bool? Sync { get; init; }

    /// <summary>What becomes of instances, such as EXPOSE_PITS.</summary>
    public string? SnapshotOptions { get; init; }

    /// <summary>The networks of the machine, or of machines by their ids.</summary>
    public JsonElement? VmNetworkSettings { get; init; }

    /// <summary>The networks of the vApp.</summary>
    [JsonPropertyName("vAppNetworkSettings")]
    public JsonElement? VappNetworkSettings { get; init; }
}

/// <summary>To recover in a cloud.</summary>
internal sealed record VcloudRecoverRequest : RecoverRequest
{
    /// <summary>A placement policy.</summary>
    public string? PlacementPolicy { get; init; }

    /// <summary>A sizing policy.</summary>
    public string? SizingPolicy { get; init; }

    /// <summary>Whether network adapters are connected.</summary>
    public bool? ConnectVmNics { get; init; }
}

/// <summary>To recover on-premises.</summary>
internal sealed record VcenterRecoverRequest : RecoverRequest
{
    /// <summary>Other hardware than the source's.</summary>
    public JsonElement? CustomVirtualHardware { get; init; }
}
