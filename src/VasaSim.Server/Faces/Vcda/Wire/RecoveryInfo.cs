using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>What was recovered at the destination.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(VcdRecoveryInfo), "vcd")]
[JsonDerivedType(typeof(VcRecoveryInfo), "vc")]
internal abstract record RecoveryInfo
{
    /// <summary>How far it is.</summary>
    public required RecoveryState RecoveryState { get; init; }

    /// <summary>Until when an optimized reverse is possible, in milliseconds of Unix time; null when none is.</summary>
    public required long? OptimizeUntil { get; init; }
}

/// <summary>What was recovered in a cloud; ids are null when nothing was.</summary>
internal sealed record VcdRecoveryInfo : RecoveryInfo
{
    /// <summary>The vApp.</summary>
    [JsonPropertyName("vAppId")]
    public required string? VappId { get; init; }

    /// <summary>The machine.</summary>
    public required string? VcdVmId { get; init; }
}

/// <summary>What was recovered on-premises; the machine is null when nothing was.</summary>
internal sealed record VcRecoveryInfo : RecoveryInfo
{
    /// <summary>The vCenter.</summary>
    public required string VcId { get; init; }

    /// <summary>The machine.</summary>
    public required string? VmId { get; init; }
}
