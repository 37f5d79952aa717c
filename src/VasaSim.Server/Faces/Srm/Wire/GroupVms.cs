using System.Text.Json.Serialization;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>A machine of a protection group.</summary>
internal sealed record ProtectionGroupVmInfo : Resource
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required bool Template { get; init; }

    public required bool InsideVapp { get; init; }

    /// <summary>Where it goes; left out while the site that knows cannot be asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VmProtectionSettingsSummary? ProtectionInfo { get; init; }

    public required VmProtectionStatusDetails ProtectionStatusDetails { get; init; }

    /// <summary>The replication groups that it is in; null where others replicate it.</summary>
    public required IReadOnlyList<ExtendedVvolReplicationGroupData>? VvolReplicationGroupData { get; init; }
}

/// <summary>Where a machine goes at the recovery site.</summary>
internal sealed record VmProtectionSettingsSummary(
    VcenterObject? RecoveryFolder,
    VcenterObject? RecoveryResourcePool,
    VcenterObject? RecoveryHost,
    IReadOnlyList<VcenterNetwork>? RecoveryNetworks,
    bool? VmotionEligible);

/// <summary>How it is with the protection of a machine.</summary>
/// <param name="Status">The status.</param>
/// <param name="Errors">What is wrong, for people; null: nothing to say.</param>
internal sealed record VmProtectionStatusDetails(
    [property: JsonConverter(typeof(UpperWordConverter<ProtectionStatus>))] ProtectionStatus Status, IReadOnlyList<string>? Errors);

/// <summary>Something in the inventory of a vCenter.</summary>
internal sealed record VcenterObject(string Id, string? Name);

/// <summary>A network in the inventory of a vCenter.</summary>
internal sealed record VcenterNetwork(string Id, string? Name, NetworkType Type);

/// <summary>Names a replication group as the Storage Monitoring Service does, with the name that people have for it.</summary>
internal sealed record ExtendedVvolReplicationGroupData(string FaultDomainId, string DeviceGroupId, string? Name);

/// <summary>Where a machine goes, as it can be changed. A change needs only what is to be other than the mappings say.</summary>
internal sealed record VmProtectionSettings : Resource
{
    /// <summary>Whether its placeholder is missing.</summary>
    public bool PlaceholderNeedsRepair { get; init; }

    public VmLocationData? Location { get; init; }

    public IReadOnlyList<VmProtectionDevice>? Devices { get; init; }

    public IReadOnlyList<VmProtectionNetwork>? Networks { get; init; }

    public VmProtectionLocation? Folder { get; init; }

    public VmProtectionLocation? ResourcePool { get; init; }

    public VmProtectionLocation? Host { get; init; }

    /// <summary>What a change of a protected machine has to say; null while it is not protected.</summary>
    public string? ChangeVersion { get; init; }
}

/// <summary>Where a machine is, and what stands for it at the recovery site.</summary>
internal sealed record VmLocationData
{
    public string? Name { get; init; }

    public string? ProtectedSite { get; init; }

    public FriendlyDatastorePathData? ProductionVmPath { get; init; }

    public string? RecoverySite { get; init; }

    public FriendlyDatastorePathData? PlaceholderVmPath { get; init; }

    public string? PlaceholderVm { get; init; }
}

/// <summary>A file on a datastore.</summary>
internal sealed record FriendlyDatastorePathData(string? Datastore, string? DatastoreName, string? Path, string? Filename, string? FriendlyPath);

/// <summary>A device of a machine.</summary>
internal sealed record VmProtectionDevice
{
    public int Key { get; init; }

    public DeviceType Type { get; init; }

    public DeviceBacking Backing { get; init; }

    public string? Label { get; init; }

    public FriendlyDatastorePathData? ProductionPath { get; init; }

    public IReadOnlyList<string>? ProductionDatastores { get; init; }

    public FriendlyDatastorePathData? RecoveryPath { get; init; }

    public bool Replicated { get; init; }

    public bool Detached { get; init; }
}

/// <summary>Where something that a machine is in goes.</summary>
internal record VmProtectionLocation
{
    public bool Editable { get; init; }

    public string? Source { get; init; }

    public string? SourceName { get; init; }

    public string? Target { get; init; }

    public string? TargetName { get; init; }

    /// <summary>Whether the mappings say so, and not somebody for this machine.</summary>
    public bool IsInventoryMappedTarget { get; init; }

    public bool SourceHasInventoryMapping { get; init; }
}

/// <summary>Where an adapter's network goes.</summary>
internal sealed record VmProtectionNetwork : VmProtectionLocation
{
    public int Index { get; init; }

    public int Key { get; init; }

    public bool SourceNetworkNsxBacked { get; init; }

    public bool TargetNetworkNsxBacked { get; init; }
}
