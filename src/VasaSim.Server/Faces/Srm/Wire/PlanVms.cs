using System.Text.Json.Serialization;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>A machine of a recovery plan.</summary>
internal sealed record RecoveryPlanVmInfo : Resource
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required bool Template { get; init; }

    public required bool InsideVapp { get; init; }

    public required VmSummarizedRecoverySettings RecoverySettings { get; init; }

    [JsonConverter(typeof(UpperWordConverter<PlanMachineStatus>))]
    public required PlanMachineStatus Status { get; init; }

    /// <summary>The name of the plan that was run last on it; left out: none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ManagingRecoveryPlan { get; init; }

    public required string ProtectionGroupName { get; init; }

    /// <summary>The id of the group.</summary>
    public required string ProtectionGroup { get; init; }
}

/// <summary>How a machine is recovered, in short.</summary>
internal sealed record VmSummarizedRecoverySettings : Resource
{
    public required RecoveryPriority Priority { get; init; }

    public required StartupAction StartupAction { get; init; }

    public required IReadOnlyList<DependentVm> DependentVms { get; init; }

    /// <summary>The names of the steps, with commas between them.</summary>
    public required string PrePowerOnSteps { get; init; }

    /// <summary>The same, of those after the power on.</summary>
    public required string PostPowerOnSteps { get; init; }

    public required bool AllowMigration { get; init; }
}

/// <summary>A machine that is to run before another one. A change needs no more than its id and name.</summary>
internal sealed record DependentVm
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public bool Template { get; init; }

    public bool InsideVapp { get; init; }

    [JsonConverter(typeof(UpperWordConverter<DependencyStatus>))]
    public DependencyStatus? Status { get; init; }

    /// <summary>Its priority; left out: the plan does not recover it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RecoveryPriority? PriorityGroup { get; init; }

    public string? ProtectionGroupName { get; init; }
}

/// <summary>The ids of machines that are to run before another one.</summary>
internal sealed record DependentVmSpec(IReadOnlyList<string>? DependentVms);

/// <summary>Whether machines may be those that are to run before another one.</summary>
internal sealed record DependentVmsValidationResult(bool Valid, DependentVmsIssue? IssueType);

/// <summary>When a machine is recovered.</summary>
internal sealed record PriorityGroupData : Resource
{
    public RecoveryPriority? Priority { get; init; }
}

/// <summary>When machines are recovered; the numbers are those of the world.</summary>
[JsonConverter(typeof(WordConverter<RecoveryPriority>))]
internal enum RecoveryPriority
{
    P1 = 1,
    P2,
    P3,
    P4,
    P5,
}

/// <summary>What is done with a machine once it is recovered.</summary>
[JsonConverter(typeof(UpperWordConverter<StartupAction>))]
internal enum StartupAction
{
    PowerOn,
    DoNotPowerOn,
}

/// <summary>Why machines may not be those that are to run before another one.</summary>
[JsonConverter(typeof(UpperWordConverter<DependentVmsIssue>))]
internal enum DependentVmsIssue
{
    Unknown,
    CycleDetected,
    NoPermission,
}
