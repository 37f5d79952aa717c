using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Vcda.Requests;

/// <summary>Where to replicate to.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(VcloudDestination), "vcloud")]
[JsonDerivedType(typeof(VmDestination), "vm")]
[JsonDerivedType(typeof(VappDestination), "vapp")]
[JsonDerivedType(typeof(VcDestination), "vc")]
[JsonDerivedType(typeof(VcVmDestination), "vcVm")]
[JsonDerivedType(typeof(VcVappDestination), "vcVapp")]
internal record ReplicationDestination
{
    /// <summary>The site.</summary>
    public string? Site { get; init; }
}

/// <summary>A virtual data center of a cloud.</summary>
internal record VcloudDestination : ReplicationDestination
{
    /// <summary>Its UUID.</summary>
    public string? Vdc { get; init; }

    /// <summary>The UUID of one of its storage profiles; null or <c>*</c>: any.</summary>
    public string? StorageProfile { get; init; }

    /// <summary>A placement policy.</summary>
    public string? PlacementPolicy { get; init; }

    /// <summary>A sizing policy.</summary>
    public string? SizingPolicy { get; init; }
}

/// <summary>A cloud where a machine is the seed.</summary>
internal sealed record VmDestination : VcloudDestination
{
    /// <summary>The machine.</summary>
    public string? SeedVmId { get; init; }
}

/// <summary>A cloud where a vApp is the seed.</summary>
internal sealed record VappDestination : VcloudDestination
{
    /// <summary>The vApp, whose machines are seeds for those with the same names.</summary>
    public string? SeedVappId { get; init; }
}

/// <summary>An on-premises site.</summary>
internal sealed record VcDestination : ReplicationDestination;

/// <summary>An on-premises site where a machine is the seed.</summary>
internal sealed record VcVmDestination : ReplicationDestination
{
    /// <summary>The machine.</summary>
    public VcMachine? SeedVm { get; init; }
}

/// <summary>An on-premises site where machines are seeds.</summary>
internal sealed record VcVappDestination : ReplicationDestination
{
    /// <summary>The machines, which are seeds for those with the same names.</summary>
    public IReadOnlyList<VcMachine>? SeedVms { get; init; }
}

/// <summary>A machine of a vCenter.</summary>
internal sealed record VcMachine(string? MoId, string? VcId);
