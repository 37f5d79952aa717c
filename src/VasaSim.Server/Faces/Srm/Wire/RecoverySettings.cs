using System.Text.Json.Serialization;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>How a machine is recovered, and whether the two sites agree on it.</summary>
internal sealed record VmRecoverySettingsState : Resource
{
    public required VmRecoverySettings RecoverySettings { get; init; }

    public required RecoverySettingsStatus Status { get; init; }

    public required bool ProtectionGroupSupportVmotion { get; init; }

    public required bool VmotionMigrationSupported { get; init; }
}

/// <summary>How a machine is recovered, as it is told and can be changed.</summary>
internal sealed record VmRecoverySettings
{
    [JsonConverter(typeof(UpperWordConverter<IpCustomization>))]
    public IpCustomization? IpCustomizationType { get; init; }

    public IReadOnlyList<NicSettings?>? NicSettings { get; init; }

    public RecoveryPriority? Priority { get; init; }

    public StartupAction? StartupAction { get; init; }

    public ShutdownActionSettings? ShutdownActionSettings { get; init; }

    public IReadOnlyList<PowerOnStep?>? PrePowerOnSteps { get; init; }

    public IReadOnlyList<PowerOnStep?>? PostPowerOnSteps { get; init; }

    public StartupActionSettings? StartupActionSettings { get; init; }

    public IReadOnlyList<DependentVm?>? DependentVms { get; init; }

    /// <summary>The version of the settings; a change that has it is refused when there is another one by then.</summary>
    public long? ChangeVersion { get; init; }

    public VmToolsStatus? VmToolsStatus { get; init; }

    public bool? AllowVmotionMigration { get; init; }
}

/// <summary>How a machine is powered off at the protected site.</summary>
internal sealed record ShutdownActionSettings(bool? SkipShutdownGuest, int? TimeoutSeconds);

/// <summary>How a machine is powered on at the recovery site.</summary>
internal sealed record StartupActionSettings(int? PowerOnVmtoolsTimeoutSeconds, int? DelayBeforePowerOnStepsAndDependentVmsSeconds);

/// <summary>A callout of a machine, as it is told and can be changed; a new one has an empty id.</summary>
internal sealed record PowerOnStep : ICalloutSpec
{
    public string? Name { get; init; }

    public string? Content { get; init; }

    public CalloutType? CalloutType { get; init; }

    public int? TimeoutSeconds { get; init; }

    public CalloutStepType? StepType { get; init; }

    public string? Id { get; init; }
}

/// <summary>What addresses a recovered machine gets, as it is told and can be changed.</summary>
internal sealed record VmRecoveryIpCustomizationSettings : Resource
{
    [JsonConverter(typeof(UpperWordConverter<IpCustomization>))]
    public IpCustomization? IpCustomizationType { get; init; }

    public bool? IsWindowsGuest { get; init; }

    public bool? IsRecoverySiteLocal { get; init; }

    public IReadOnlyList<NicSettings?>? NicSettings { get; init; }
}

/// <summary>How it is with settings that two sites keep.</summary>
[JsonConverter(typeof(UpperWordConverter<RecoverySettingsStatus>))]
internal enum RecoverySettingsStatus
{
    Ok,
    SyncConflict,
}

/// <summary>How it is with the tools in a machine.</summary>
[JsonConverter(typeof(UpperWordConverter<VmToolsStatus>))]
internal enum VmToolsStatus
{
    Installing,
    Upgrading,
    Installed,
    NotInstalled,
}
